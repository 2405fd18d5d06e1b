import { Button } from '#ui/Button.tsx'

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
    <div role="status" className="flex flex-wrap items-center gap-1 px-2 pt-1 pb-1.5 text-xs text-warn">
      <span className="basis-full wrap-break-word">
        {added > 0 && `Added ${added}. `}
        Not a choice of {label}: {unmatched.join(', ')}.
      </span>
      {onCreate && (
        <Button size="sm" onClick={onCreate}>
          Create {unmatched.length}
        </Button>
      )}
      <Button size="sm" variant="ghost" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  )
}
