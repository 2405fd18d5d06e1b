import { ledger } from '#data/ledger.ts'
import type { LeadList } from '#data/use-lead-list.ts'
import { useSelector } from '@tanstack/react-store'
import { useState } from 'react'

import {
  EVERYTHING_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  withoutGone,
  withSelected,
  type Selection,
} from './selection.ts'

/**
 * The leads that are chosen in the table. `scope` names what the list shows: when it changes, the selection is
 * empty again, so that nobody acts on leads they can no longer see.
 */
export function useSelection(list: LeadList, scope: string) {
  const [state, setState] = useState<{ scope: string; selection: Selection; anchor: string | null }>({
    scope,
    selection: NOTHING_SELECTED,
    anchor: null,
  })
  const gone = useSelector(ledger, (now) => now.gone)
  const current = state.scope === scope ? state : { scope, selection: NOTHING_SELECTED, anchor: null }
  const selection = withoutGone(current.selection, gone)
  const count = selectedCount(selection, list.count ?? 0)
  const change = (next: Selection, anchor: string | null) => setState({ scope, selection: next, anchor })

  return {
    selection,
    count,
    /** Chooses a lead or no longer; with `range` also all between it and the one before. */
    toggle(index: number, range: boolean) {
      const id = list.rowAt(index)?.id
      if (!id) return
      const from = range && current.anchor !== null ? list.indexOf(current.anchor) : -1
      const on = !isSelected(selection, id)
      if (from === -1) return change(withSelected(selection, [id], on), id)
      const ids: string[] = []
      for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
        const row = list.rowAt(i)
        if (row) ids.push(row.id)
      }
      // A range takes after the lead it starts from, as in every list of files.
      change(withSelected(selection, ids, isSelected(selection, current.anchor ?? id)), id)
    },
    /** Chooses all leads that match, or none when all are chosen. */
    toggleAll() {
      const all = count > 0 && count === (list.count ?? 0)
      change(all ? NOTHING_SELECTED : EVERYTHING_SELECTED, null)
    },
    selectAll: () => change(EVERYTHING_SELECTED, null),
    clear: () => change(NOTHING_SELECTED, null),
  }
}
