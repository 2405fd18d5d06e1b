import { useKnownRow } from '#data/known-row.ts'
import { isNotFound } from '#data/lead-queries.ts'
import { useLead } from '#data/use-lead.ts'
import { useHotkeys } from '#lib/hotkeys.ts'
import { currentSearch, navigate } from '#lib/navigation.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Lead } from '#model/lead.ts'
import { leadPath } from '#model/paths.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'

import { deleteLead } from './delete-lead.ts'
import { DeleteLeadDialog } from './DeleteLeadDialog.tsx'
import { focusTable } from './focus-table.ts'
import { LeadDetails } from './LeadDetails.tsx'
import { LeadGone } from './LeadGone.tsx'
import { LeadName } from './LeadName.tsx'
import { LeadSkeleton } from './LeadSkeleton.tsx'
import { PaneToolbar } from './PaneToolbar.tsx'
import { useNextLead } from './use-next-lead.ts'
import { usePaneFocus } from './use-pane-focus.ts'
import { useShared } from './use-shared.ts'

/** Everything about one lead, each value edited where it stands; beside the table, on a phone over it. */
export function LeadPane({
  leadId,
  closeHref,
  next,
  previous,
  position,
  contacts,
  onDeleted,
}: {
  leadId: string
  /** The table's address without the pane. */
  closeHref: string
  /** Addresses of the neighbours in the table's order; null at its ends and while unknown. */
  next: string | null
  previous: string | null
  /** Where it stands in that order, counted from 1. */
  position: { index: number; count: number } | null
  /** The lead's contacts. */
  contacts: (lead: Lead) => ReactNode
  onDeleted: () => void
}) {
  const client = useQueryClient()
  const { lead, error, gone, refetch } = useLead(leadId)
  const row = useKnownRow(leadId)
  const whole = useShared(lead ?? null)
  const shown = useShared(lead ?? row ?? null)
  const [isDeleting, setDeleting] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  usePaneFocus(leadId, heading, scroller)
  useNextLead(whole ? next : null)

  function close() {
    navigate(closeHref)
    focusTable(leadId)
  }
  useHotkeys({
    Escape: close,
    j: () => next && navigate(next),
    k: () => previous && navigate(previous),
  })

  const isGone = gone !== undefined || isNotFound(error)
  const name = shown?.name || shown?.display_name
  return (
    <aside
      aria-label="Lead details"
      aria-busy={!whole && !error && !isGone}
      data-lead={leadId}
      className="flex h-full min-h-0 flex-col bg-surface"
    >
      <title>{`${isGone ? 'Lead not found' : (name ?? 'Lead')} · Leadlight`}</title>
      <div ref={scroller} className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain">
        <header className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-1.5">
          <PaneToolbar
            leadId={leadId}
            {...{ position, next, previous }}
            onClose={close}
            onDelete={() => setDeleting(true)}
            deleteReason={whole && !isGone ? null : 'The lead is not loaded.'}
          />
        </header>
        {isGone ? (
          <LeadGone leadId={leadId} name={name} closeHref={closeHref} />
        ) : shown ? (
          <div key={leadId} className="pt-2">
            <LeadName
              ref={heading}
              leadId={leadId}
              name={'name' in shown ? (shown.name ?? '') : undefined}
              displayName={shown.display_name ?? 'Untitled'}
            />
            {error && whole && <StaleNote error={error} onRetry={refetch} />}
            {error && !whole && <LeadProblem error={error} onRetry={refetch} />}
            <LeadDetails shown={shown} whole={whole} contacts={contacts} />
          </div>
        ) : error ? (
          <LeadProblem error={error} onRetry={refetch} />
        ) : (
          <LeadSkeleton />
        )}
      </div>
      {isDeleting && whole && (
        <DeleteLeadDialog
          lead={whole}
          name={name ?? 'this lead'}
          onCancel={() => setDeleting(false)}
          onConfirm={() => {
            setDeleting(false)
            deleteLead(client, { id: leadId, name: name ?? 'the lead' }, leadPath(leadId, currentSearch()))
            onDeleted()
            focusTable(leadId)
          }}
        />
      )}
    </aside>
  )
}

function StaleNote({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <Banner
      tone="warn"
      live
      className="mx-4 mb-2"
      actions={
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      This is how the lead was when it was last read. {describeFailure(toFailure(error))}
    </Banner>
  )
}

function LeadProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <ErrorState
      title="This lead could not be loaded"
      text={describeFailure(toFailure(error))}
      onRetry={onRetry}
    />
  )
}
