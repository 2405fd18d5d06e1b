import { useMergeLeads } from '#data/lead-mutations.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { suggestDestination } from '#model/lead-merge.ts'
import { checkMerge } from '#model/merge-preview.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { GitMerge } from 'lucide-react'
import { useState } from 'react'

import { MergedLead } from './MergedLead.tsx'
import type { MergeDone } from './merge-done.ts'
import { countWords } from './merge-words.ts'
import { useMergePlan, type MergePlanData } from './use-merge-plan.ts'
import { valueLine } from './value-text.ts'

/** What the merge of two leads will do, and the button that does it. */
export function MergePlan({
  sourceId,
  destinationId,
  onSwap,
  onDone,
}: {
  sourceId: string
  destinationId: string
  onSwap: () => void
  onDone: (done: MergeDone) => void
}) {
  const plan = useMergePlan(sourceId, destinationId)
  const merge = useMergeLeads()
  const [isAsking, setIsAsking] = useState(false)

  if (!plan) return <Skeleton className="h-64" />
  const better = suggestDestination(plan.destination, plan.source)

  function run(agreed: MergePlanData) {
    const { source, destination, preview, names, activities } = agreed
    merge.mutate(
      { source: sourceId, destination: destinationId },
      {
        onSuccess: ({ destination: after, activities: found, isComplete }) => {
          const checks = checkMerge(
            preview,
            { source, destination },
            after,
            activities && found !== null
              ? { before: activities.source + activities.destination, after: found }
              : null,
            (row, value) => valueLine(row, value, names),
          )
          onDone({ sourceName: source.display_name, after, checks, isComplete })
        },
        onSettled: () => setIsAsking(false),
      },
    )
  }

  return (
    <>
      {better.id === plan.source.id && (
        <Banner
          actions={
            <Button size="sm" onClick={onSwap}>
              Swap them
            </Button>
          }
        >
          {plan.source.opportunities.length > 0 && plan.destination.opportunities.length === 0
            ? `${plan.source.display_name} has opportunities and ${plan.destination.display_name} has none, so it is usually the one to keep.`
            : `${plan.source.display_name} was created first, so it is usually the one to keep.`}
        </Banner>
      )}
      <MergedLead preview={plan.preview} names={plan.names} />
      <Moves plan={plan} />
      {merge.error && (
        <Banner tone="bad" live>
          The leads were not merged, or it is not known whether they were.{' '}
          {describeFailure(toFailure(merge.error))} Both were read again; look at them before you retry.
        </Banner>
      )}
      <div className="flex justify-end">
        <Button
          variant="danger"
          icon={<GitMerge />}
          busy={merge.isPending}
          disabledReason={
            plan.unsaved > 0
              ? 'Edits of these leads are not saved yet. Wait for them, or retry or discard them.'
              : null
          }
          onClick={() => setIsAsking(true)}
        >
          Merge leads
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={`Merge ${plan.source.display_name} into ${plan.destination.display_name}?`}
          confirmLabel="Merge"
          busy={merge.isPending}
          onConfirm={() => run(plan)}
          onCancel={() => setIsAsking(false)}
        >
          <LossText plan={plan} />
        </ConfirmDialog>
      )}
    </>
  )
}

function Moves({ plan }: { plan: MergePlanData }) {
  const { moves } = plan.preview
  return (
    <section aria-label="What moves" className="rounded-lg border border-line bg-surface p-4">
      <h2 className="pb-1 text-base font-semibold">What moves to {plan.destination.display_name}</h2>
      <p className="text-sm text-muted">
        {countWords({ ...moves, activities: plan.activities?.source ?? null })}. Contacts are not combined,
        even where their e-mails are the same.
      </p>
    </section>
  )
}

function LossText({ plan }: { plan: MergePlanData }) {
  const lost = plan.preview.rows.filter((row) => row.lost)
  return (
    <>
      The lead “{plan.source.display_name}” is deleted; its address will lead to “
      {plan.destination.display_name}”.{' '}
      {lost.length === 0
        ? 'No value is lost.'
        : `These values of it are lost: ${lost
            .map((row) => `${row.label} (${short(valueLine(row, row.source, plan.names))})`)
            .join(', ')}.`}{' '}
      This cannot be undone.
    </>
  )
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
