import { useLeadChanges } from '#data/use-lead-changes.ts'
import { useOnline } from '#lib/use-online.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { changesOf, type LeadChange } from '#model/lead-change.ts'
import type { Contact } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'

import { ChangeLine } from './ChangeLine.tsx'
import { ChangesWaiting } from './ChangesWaiting.tsx'
import { useChangeContext } from './use-change-context.ts'

/** Who changed what on a lead, or one field of it, the latest first; says how far back that goes. */
export function ChangeList({
  leadId,
  contacts,
  field,
}: {
  leadId: string
  contacts: readonly Contact[] | undefined
  /** A wire key; null for all fields. */
  field: string | null
}) {
  const { changes, isReading, isFetching, error, refetch } = useLeadChanges(leadId)
  const context = useChangeContext(contacts)
  const isOnline = useOnline()
  const shown = changes && (field === null ? changes : changesOf(changes, field))
  return (
    <div className="flex flex-col gap-1" aria-busy={!changes && !error}>
      {error && (
        <Banner
          tone="bad"
          live
          actions={
            <Button size="sm" busy={isFetching} onClick={refetch}>
              Try again
            </Button>
          }
        >
          {isOnline
            ? `The changes could not be loaded. ${describeFailure(toFailure(error))}`
            : 'You are offline. The changes show when the connection is back.'}
        </Banner>
      )}
      {shown && shown.length > 0 && (
        <ul aria-label="Changes" className="flex flex-col">
          {shown.map((change) => (
            <ChangeLine key={change.id} change={change} context={context} labelHidden={field !== null} />
          ))}
        </ul>
      )}
      {(isReading || (!shown && !error)) && <ChangesWaiting />}
      {shown && !isReading && !error && (
        <p className="pt-1 text-xs text-pretty text-faint">{howFar(shown)}</p>
      )}
    </div>
  )
}

/** What is not here, and why. */
function howFar(changes: readonly LeadChange[]): string {
  const kept = changes.length === 0 ? 'No change in the last 30 days.' : 'That is all of the last 30 days.'
  const hidden = changes.some(({ fields, hasValues }) => fields.length > 0 && !hasValues)
    ? ' Close shows what a value was to administrators only, once an hour has passed.'
    : ''
  return `${kept} Close keeps changes no longer, and may join quick ones into one.${hidden}`
}
