import { Button } from '#ui/Button.tsx'
import { Spinner } from '#ui/Spinner.tsx'

import type { FoundLeads } from './use-palette-leads.ts'

/** How the search for leads is going, under the list; a count is told to screen readers alone. */
export function PaletteNote({ q, found, isEmpty }: { q: string; found: FoundLeads; isEmpty: boolean }) {
  const { rows, total, isSearching, problem, retry } = found
  if (problem && !isSearching) {
    return (
      <div
        role="alert"
        className="flex shrink-0 flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2.5"
      >
        <p className="min-w-0 flex-1 basis-60 text-bad">Leads could not be searched. {problem}</p>
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
      </div>
    )
  }
  const isWaiting = isSearching && rows.length === 0
  const isNone = total === 0
  return (
    <div role="status">
      {(isWaiting || isNone) && (
        <p className="flex items-center gap-2.5 border-t border-line px-4 py-2.5 text-muted">
          {isWaiting && <Spinner />}
          {isWaiting ? 'Searching leads…' : isEmpty ? `Nothing matches “${q}”.` : `No lead matches “${q}”.`}
        </p>
      )}
      {!isWaiting && total !== undefined && total > 0 && (
        <span className="sr-only">{total === 1 ? '1 lead' : `${total.toLocaleString('en-US')} leads`}</span>
      )}
    </div>
  )
}
