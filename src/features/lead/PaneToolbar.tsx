import { navigate } from '#lib/navigation.ts'
import { mergePath } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { showToast } from '#ui/toast.ts'
import { ArrowLeft, ChevronDown, ChevronUp, GitMerge, Link2, Trash2, X } from 'lucide-react'

/** What can be done with the lead as a whole, and the ways to its neighbours. */
export function PaneToolbar({
  leadId,
  position,
  next,
  previous,
  onClose,
  onDelete,
  deleteReason,
}: {
  leadId: string
  /** Where it stands in the table's order, counted from 1. */
  position: { index: number; count: number } | null
  /** Addresses of the neighbours; null at the ends. */
  next: string | null
  previous: string | null
  onClose: () => void
  onDelete: () => void
  /** Why it cannot be deleted now. */
  deleteReason: string | null
}) {
  return (
    <div className="flex items-center gap-0.5">
      <IconButton
        label="Close"
        shortcut="Escape"
        icon={
          <>
            <X className="max-md:hidden" />
            <ArrowLeft className="md:hidden" />
          </>
        }
        onClick={onClose}
        className="-ml-1.5"
      />
      <IconButton
        label="Previous lead"
        shortcut="K"
        icon={<ChevronUp />}
        disabledReason={previous ? null : 'There is none before it.'}
        onClick={() => previous && navigate(previous)}
      />
      <IconButton
        label="Next lead"
        shortcut="J"
        icon={<ChevronDown />}
        disabledReason={next ? null : 'There is none after it.'}
        onClick={() => next && navigate(next)}
      />
      {position && (
        <span className="px-1 text-xs whitespace-nowrap text-faint tabular-nums">
          {position.index.toLocaleString('en-US')} of {position.count.toLocaleString('en-US')}
        </span>
      )}
      <span className="ml-auto flex items-center gap-0.5">
        <IconButton label="Copy link" icon={<Link2 />} onClick={() => void copyLink()} />
        <Button
          variant="ghost"
          size="sm"
          icon={<GitMerge />}
          onClick={() => navigate(mergePath({ source: leadId }))}
        >
          Merge…
        </Button>
        <IconButton
          label="Delete lead"
          icon={<Trash2 />}
          disabledReason={deleteReason}
          onClick={onDelete}
          className="-mr-1.5"
        />
      </span>
    </div>
  )
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href)
    showToast({ kind: 'good', message: 'Link copied', key: 'copy', duration: 3_000 })
  } catch {
    showToast({ kind: 'bad', message: 'The browser did not allow copying.', key: 'copy' })
  }
}
