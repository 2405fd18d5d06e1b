import { focusBefore } from '#lib/focus-before.ts'
import { navigate } from '#lib/navigation.ts'
import { mergePath } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { GitMerge, X } from 'lucide-react'
import { useRef } from 'react'

import type { Selection } from './selection.ts'
import { selectedText } from './table-text.ts'

/** What can be done with the chosen leads. */
export function SelectionBar({
  selection,
  selected,
  count,
  onSelectAll,
  onClear,
}: {
  selection: Selection
  selected: number
  count: number
  onSelectAll: () => void
  onClear: () => void
}) {
  const bar = useRef<HTMLDivElement>(null)
  const pair = selection.kind === 'some' && selection.ids.size === 2 ? [...selection.ids] : null
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selected leads"
      className="absolute bottom-4 left-1/2 z-30 flex max-w-[calc(100%-1rem)] -translate-x-1/2 items-center gap-1 rounded-lg bg-raised py-1 pr-1 pl-3 shadow-pop"
    >
      <p aria-live="polite" className="mr-2 truncate text-sm tabular-nums">
        {selectedText(selected, count)}
      </p>
      <Button
        size="sm"
        variant="ghost"
        disabledReason={selected < count ? null : 'All leads are selected.'}
        onClick={onSelectAll}
      >
        Select all
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<GitMerge aria-hidden />}
        disabledReason={pair ? null : 'Choose two leads to merge them.'}
        onClick={() => {
          if (pair) navigate(mergePath({ source: pair[1], destination: pair[0] }))
        }}
      >
        Merge…
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<X aria-hidden />}
        onClick={() => {
          if (bar.current) focusBefore(bar.current)
          onClear()
        }}
      >
        Clear selection
      </Button>
    </div>
  )
}
