import type { LeadList } from '#data/use-lead-list.ts'
import { useEffect, useRef } from 'react'

/** The leads around one, in the order of the table. */
export type LeadOrder = {
  next(id: string): string | null
  previous(id: string): string | null
  /** Where the lead stands, counted from 1; null when the table has not loaded it. */
  position(id: string): { index: number; count: number } | null
}

/** Leads loaded ahead of the active one, so that "next" seldom waits. */
const AHEAD = 20

/** Tells the order of the table whenever what surrounds the active lead has changed. */
export function useLeadOrder(
  list: LeadList,
  activeLeadId: string | null,
  onOrderChange: (order: LeadOrder) => void,
): void {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })

  const at = activeLeadId === null ? -1 : list.indexOf(activeLeadId)
  const around = [activeLeadId, at, list.count, list.rowAt(at - 1)?.id, list.rowAt(at + 1)?.id].join(' ')
  useEffect(() => {
    if (at >= 0 && !latest.current.error) latest.current.reach(at + AHEAD)
  }, [at])

  useEffect(() => {
    const neighbour = (id: string, by: 1 | -1) => {
      const index = latest.current.indexOf(id)
      return index === -1 ? null : (latest.current.rowAt(index + by)?.id ?? null)
    }
    onOrderChange({
      next: (id) => neighbour(id, 1),
      previous: (id) => neighbour(id, -1),
      position: (id) => {
        const index = latest.current.indexOf(id)
        return index === -1 ? null : { index: index + 1, count: latest.current.count ?? index + 1 }
      },
    })
    // What was told is read when it is asked for; it is told again when an answer would be another one.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [around, onOrderChange])
}
