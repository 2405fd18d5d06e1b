import { refreshLists, useCreateLead } from '#data/lead-mutations.ts'
import { leadQueries } from '#data/lead-queries.ts'
import { toFailure, type Failure } from '#model/failure.ts'
import { arrivedQuery, findArrived, mayHaveArrived } from '#model/import-arrived.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

type Body = Readonly<Record<string, unknown>>

export type CreateState =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** The server said no: nothing was created. */
  | { kind: 'refused'; failure: Failure }
  /** No answer that tells whether the lead was created. `looked` says what a search found out about it. */
  | { kind: 'unknown'; failure: Failure; looked: 'not yet' | 'looking' | 'absent' | 'failed' | 'impossible' }
  /** A lead that the lost request most likely made. */
  | { kind: 'arrived'; lead: LeadRow }

/** How many leads of one name a search may find without the lost one being missed. */
const MOST_FOUND = 50

/**
 * Creates one lead, and never a second one by accident: while a request is on its way another is not sent, and
 * after a lost answer a search comes before the next request. `known` are leads that are there already.
 */
export function useCreateOnce(known: ReadonlySet<string>, onCreated: (lead: Lead) => void) {
  const client = useQueryClient()
  const { mutateAsync } = useCreateLead()
  const [state, setState] = useState<CreateState>({ kind: 'idle' })
  const isBusy = useRef(false)
  /** What was sent without a telling answer, the others there were then, and when it was. */
  const lost = useRef<{ body: Body; known: ReadonlySet<string>; startedAt: number } | null>(null)

  /** The lead that the lost request made; null when a search shows none; the failure when none could be made. */
  async function lookUp(): Promise<LeadRow | null> {
    const sent = lost.current
    const query = sent && arrivedQuery(sent.body)
    if (!query) return null
    const options = { ...leadQueries.find(query, MOST_FOUND), staleTime: 0 }
    const rows = await client.fetchQuery(options)
    const named = rows.map((row) => ({ ...row, name: row.display_name }))
    return findArrived(sent.body, named, sent.startedAt, sent.known) ?? null
  }

  /** Sends `body`; answers why it was refused, so that the messages can go to their inputs. */
  async function create(body: Body): Promise<Failure | null> {
    if (isBusy.current) return null
    isBusy.current = true
    setState({ kind: 'sending' })
    try {
      if (lost.current) {
        const lead = await lookUp()
        if (lead) {
          setState({ kind: 'arrived', lead })
          return null
        }
      }
      lost.current = { body, known, startedAt: lost.current?.startedAt ?? Date.now() }
      const lead = await mutateAsync(body)
      lost.current = null
      setState({ kind: 'idle' })
      onCreated(lead)
      return null
    } catch (error) {
      const failure = toFailure(error)
      if (mayHaveArrived(failure)) {
        const looked = lost.current && !arrivedQuery(lost.current.body) ? 'impossible' : 'not yet'
        setState({ kind: 'unknown', failure, looked })
        return null
      }
      lost.current = null
      setState({ kind: 'refused', failure })
      return failure
    } finally {
      isBusy.current = false
    }
  }

  /** Looks whether the lost request arrived. */
  async function check(): Promise<void> {
    if (state.kind !== 'unknown' || isBusy.current) return
    isBusy.current = true
    const { failure } = state
    setState({ kind: 'unknown', failure, looked: 'looking' })
    try {
      const lead = await lookUp()
      setState(lead ? { kind: 'arrived', lead } : { kind: 'unknown', failure, looked: 'absent' })
    } catch {
      setState({ kind: 'unknown', failure, looked: 'failed' })
    } finally {
      isBusy.current = false
    }
  }

  /** Takes the lead that was found for the one that was wanted. */
  async function accept(lead: LeadRow): Promise<void> {
    refreshLists(client)
    onCreated(await client.fetchQuery(leadQueries.detail(lead.id)))
  }

  /** The lead that was found is another one: the next request may be sent. */
  function reject(): void {
    lost.current = null
    setState({ kind: 'idle' })
  }

  return { state, create, check, accept, reject }
}
