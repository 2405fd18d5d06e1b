import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

import { tabWanted, type PaneTab } from './tab-wanted.ts'

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
      places.current.tops.set(places.current.shown, topOf(scroller))
      setTab(next)
    },
    [leadId, scroller],
  )

  useEffect(() => {
    const look = () => {
      if (tabWanted.state?.leadId !== leadId) return
      select(tabWanted.state.tab)
      tabWanted.setState(() => null)
    }
    look()
    return tabWanted.subscribe(look).unsubscribe
  }, [leadId, select])

  useLayoutEffect(() => {
    if (places.current.shown === tab) return
    places.current.shown = tab
    scroller.current?.scrollTo(0, places.current.tops.get(tab) ?? 0)
  }, [tab, scroller])

  return [tab, select]
}

function topOf({ current }: RefObject<HTMLElement | null>): number {
  return current?.scrollTop ?? 0
}
