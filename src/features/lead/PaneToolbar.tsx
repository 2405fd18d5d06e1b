import { navigate } from '#lib/navigation.ts'
import { mergePath } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { MenuButton } from '#ui/MenuButton.tsx'
import {
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Ellipsis,
  FileText,
  GitMerge,
  Link2,
  Printer,
  Trash2,
  X,
} from 'lucide-react'

import { useLeadSummary } from './use-lead-summary.ts'

/** What can be done with the lead as a whole, and the ways to its neighbours. */
export function PaneToolbar({
  leadId,
  isLoaded,
  position,
  next,
  previous,
  onClose,
  onDelete,
  deleteReason,
}: {
  leadId: string
  /** The whole lead is there. */
  isLoaded: boolean
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
  const summary = useLeadSummary(leadId)
  const missing = isLoaded ? null : 'The lead is not loaded.'
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
        <Button
          variant="ghost"
          size="sm"
          icon={<GitMerge />}
          onClick={() => navigate(mergePath({ source: leadId }))}
        >
          Merge…
        </Button>
        <IconButton label="Delete lead" icon={<Trash2 />} disabledReason={deleteReason} onClick={onDelete} />
        <MenuButton
          label="More actions"
          icon={<Ellipsis />}
          iconOnly
          className="-mr-1.5"
          items={[
            {
              id: 'link',
              label: 'Copy link',
              icon: <Link2 />,
              onAction: () => void copyText(location.href, 'Link copied'),
            },
            {
              id: 'copy',
              label: 'Copy summary',
              icon: <FileText />,
              disabledReason: missing,
              onAction: summary.copy,
            },
            {
              id: 'print',
              label: 'Print summary',
              icon: <Printer />,
              disabledReason: missing,
              onAction: summary.print,
            },
          ]}
        />
      </span>
    </div>
  )
}
