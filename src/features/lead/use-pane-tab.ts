import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'

export type PaneTab = 'details' | 'activity' | 'changes'

/**
 * Which part of the lead the pane shows. It stays as the person goes from lead to lead, and each part is found
 * again where it was left; a lead that comes new starts at its top.
 */
export function usePaneTab(
  leadId: string,
  scroller: RefObject<HTMLElement | null>,
): [tab: PaneTab, select: (tab: string) => void] {
  const [tab, setTab] = useState<PaneTab>('details')
  const places = useRef({ leadId, tops: new Map<PaneTab, number>(), shown: tab })

  const select = useCallback(
    (id: string) => {
      const next: PaneTab = id === 'activity' || id === 'changes' ? id : 'details'
      const left = places.current
      if (left.leadId !== leadId) places.current = { leadId, tops: new Map(), shown: left.shown }
      places.current.tops.set(places.current.shown, scroller.current?.scrollTop ?? 0)
      setTab(next)
    },
    [leadId, scroller],
  )

  useLayoutEffect(() => {
    if (places.current.shown === tab) return
    places.current.shown = tab
    scroller.current?.scrollTo(0, places.current.tops.get(tab) ?? 0)
  }, [tab, scroller])

  return [tab, select]
}
