import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { X } from 'lucide-react'

/** After pasting a list: how many values were added, and which texts are no choice. */
export function PasteReport({
  label,
  added,
  unmatched,
  onCreate,
  onDismiss,
}: {
  /** The field's label. */
  label: string
  added: number
  unmatched: readonly string[]
  /** Adds the texts as new choices. */
  onCreate?: (() => void) | undefined
  onDismiss: () => void
}) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-1 px-2 py-1 text-xs text-warn">
      <span className="min-w-0 flex-1 basis-32 wrap-break-word">
        {added > 0 && `Added ${added}. `}
        Not a choice of {label}: {unmatched.join(', ')}.
      </span>
      {onCreate && (
        <Button size="sm" onClick={onCreate}>
          Create {unmatched.length}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X />} size="xs" onClick={onDismiss} />
    </div>
  )
}
