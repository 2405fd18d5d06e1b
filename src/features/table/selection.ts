/**
 * Which leads are chosen, by id. "All" means every lead that matches, loaded or not, less the exceptions, so
 * choosing 100,000 leads loads none of them.
 */
export type Selection =
  { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; except: ReadonlySet<string> }

export const NOTHING_SELECTED: Selection = { kind: 'some', ids: new Set() }
export const EVERYTHING_SELECTED: Selection = { kind: 'all', except: new Set() }

/** Whether a lead is chosen. */
export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'all' ? !selection.except.has(id) : selection.ids.has(id)
}

/** The selection with these leads chosen or not; the rest stays as it is. */
export function withSelected(selection: Selection, ids: Iterable<string>, on: boolean): Selection {
  if (selection.kind === 'all') return { kind: 'all', except: changed(selection.except, ids, !on) }
  return { kind: 'some', ids: changed(selection.ids, ids, on) }
}

/** How many of `total` matching leads are chosen. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.kind === 'all' ? Math.max(0, total - selection.except.size) : selection.ids.size
}

/** The selection without leads that no longer exist; the same object when none of them was part of it. */
export function withoutGone(selection: Selection, gone: { has(id: string): boolean }): Selection {
  const own = selection.kind === 'all' ? selection.except : selection.ids
  const left = [...own].filter((id) => !gone.has(id))
  if (left.length === own.size) return selection
  return selection.kind === 'all'
    ? { kind: 'all', except: new Set(left) }
    : { kind: 'some', ids: new Set(left) }
}

function changed(set: ReadonlySet<string>, ids: Iterable<string>, add: boolean): ReadonlySet<string> {
  const next = new Set(set)
  for (const id of ids) {
    if (add) next.add(id)
    else next.delete(id)
  }
  return next
}
