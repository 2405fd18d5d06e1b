import { useKnownRow } from '#data/known-row.ts'
import { isNotFound } from '#data/lead-queries.ts'
import { useLead } from '#data/use-lead.ts'
import { catchTyping } from '#lib/catch-typing.ts'
import { useHotkeys } from '#lib/hotkeys.ts'
import { currentSearch, navigate } from '#lib/navigation.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { leadPath } from '#model/paths.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState, type ComponentType, type RefObject } from 'react'

import { keepClearOfBars } from './clear-of-bars.ts'
import { deleteLead } from './delete-lead.ts'
import { DeleteLeadDialog } from './DeleteLeadDialog.tsx'
import { focusTable } from './focus-table.ts'
import { LeadDetails, type ContactsOfLead } from './LeadDetails.tsx'
import { LeadGone } from './LeadGone.tsx'
import { LeadName } from './LeadName.tsx'
import { ChangesWaiting } from './ChangesWaiting.tsx'
import { LeadSkeleton } from './LeadSkeleton.tsx'
import { LocalTime } from './LocalTime.tsx'
import { PaneToolbar } from './PaneToolbar.tsx'
import { openTaskForm } from './task-wanted.ts'
import { useActivityAhead } from './use-activity-ahead.ts'
import { useNextLead } from './use-next-lead.ts'
import { usePaneFocus } from './use-pane-focus.ts'
import { usePaneTab } from './use-pane-tab.ts'
import { useShared } from './use-shared.ts'
import { useWriting, type Writing } from './use-writing.ts'

const loadChanges = () => import('./LeadChanges.tsx')
const LeadChanges = lazy(() => loadChanges().then((m) => ({ default: m.LeadChanges })))

/** Everything about one lead, each value edited where it stands; beside the table, on a phone over it. */
export function LeadPane({
  leadId,
  closeHref,
  next,
  previous,
  position,
  contacts: LeadContacts,
  activity: LeadActivity,
  onActivityNear,
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
  contacts: ContactsOfLead
  /** What happened on the lead, shown in what scrolls. */
  activity: ComponentType<{
    lead: LeadRow
    scroller: RefObject<HTMLElement | null>
    /** The form for something new that is open, and which time it was opened. */
    writing: Writing | null
    onWrite: (what: Writing['what'] | null) => void
  }>
  /** Called when a person is about to look at it. */
  onActivityNear: () => void
  onDeleted: () => void
}) {
  const client = useQueryClient()
  const { lead, error, gone, refetch } = useLead(leadId)
  const row = useKnownRow(leadId)
  const whole = useShared(lead ?? null)
  const shown = useShared(whole ?? row ?? null)
  const [isDeleting, setDeleting] = useState(false)
  const [writing, write] = useWriting(leadId)
  const scroller = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  usePaneFocus(leadId, heading, scroller)
  useNextLead(whole ? next : null)
  useActivityAhead(leadId, whole !== null, onActivityNear)
  const [tab, selectTab] = usePaneTab(leadId, scroller)
  const isGone = gone !== undefined || isNotFound(error)

  function close() {
    navigate(closeHref)
    focusTable(leadId)
  }
  useHotkeys({
    Escape: close,
    j: () => next && navigate(next),
    k: () => previous && navigate(previous),
    t: (event) => {
      if (!whole || isGone || isInTable(document.activeElement)) return
      event.preventDefault() // the letter must not land in the form
      catchTyping()
      selectTab('details')
      openTaskForm(leadId)
    },
    w: (event) => startWriting(event, 'note'),
    c: (event) => startWriting(event, 'call'),
  })

  function startWriting(event: KeyboardEvent, what: Writing['what']) {
    if (!shown || isGone || isInTable(document.activeElement)) return
    event.preventDefault()
    catchTyping()
    selectTab('activity')
    write(what)
  }
  const name = shown?.name || shown?.display_name
  return (
    <aside
      aria-label="Lead details"
      aria-busy={!whole && !error && !isGone}
      data-lead={leadId}
      className="flex h-full min-h-0 flex-col bg-surface [--pane-toolbar:41px] pointer-coarse:[--pane-toolbar:53px]"
    >
      <title>{`${isGone ? 'Lead not found' : (name ?? 'Lead')} · Leadlight`}</title>
      {/* What has the focus stays clear of what sticks at the top. */}
      <div
        ref={scroller}
        onFocus={keepClearOfBars}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain"
      >
        <header className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-1.5">
          <PaneToolbar
            leadId={leadId}
            isLoaded={whole !== null}
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
            <LocalTime addresses={shown.addresses} contacts={shown.contacts} />
            <Tabs
              label="Parts of the lead"
              selected={tab}
              onSelect={selectTab}
              onNear={(id) => (id === 'activity' ? onActivityNear() : id === 'changes' && void loadChanges())}
              rowClassName="sticky top-(--pane-toolbar) z-10 bg-surface px-2"
              tabs={[
                {
                  id: 'details',
                  label: 'Details',
                  panel: <LeadDetails shown={shown} whole={whole} contacts={LeadContacts} />,
                },
                {
                  id: 'activity',
                  label: 'Activity',
                  panel: <LeadActivity lead={shown} scroller={scroller} writing={writing} onWrite={write} />,
                },
                {
                  id: 'changes',
                  label: 'Changes',
                  panel: (
                    <Suspense fallback={<ChangesWaiting />}>
                      <LeadChanges leadId={leadId} contacts={shown.contacts} />
                    </Suspense>
                  ),
                },
              ]}
            />
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

/** There a letter begins to edit a cell. */
function isInTable(element: Element | null): boolean {
  return !!element?.closest('[role="grid"]')
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
