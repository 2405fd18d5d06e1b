import { useEdits } from '#data/lead-edits.ts'
import type { ChildWays } from '#data/use-children.ts'
import { MoneyEditor } from '#fields/MoneyEditor.tsx'
import { SaveNote } from '#fields/SaveNote.tsx'
import type { CustomField } from '#model/custom-field.ts'
import type { Contact, Opportunity } from '#model/lead.ts'
import { isUnsettled, type Update } from '#model/operation.ts'
import type { Person, Pipeline } from '#model/organization.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Select } from '#ui/Select.tsx'
import { clsx } from 'clsx'
import { ChevronRight, Trash2 } from 'lucide-react'
import { memo, useId, useState } from 'react'

import { ObjectNote } from './ObjectNote.tsx'
import { customFacts, opportunityFacts, opportunityName, PERIODS } from './opportunity-text.ts'
import { OpportunityDetails } from './OpportunityDetails.tsx'
import { OpportunityStatusSelect } from './OpportunityStatusSelect.tsx'
import { useChildField } from './use-child-field.ts'

/** One opportunity: its status and value edited where they stand, the rest in a line that unfolds for editing. */
export const OpportunityRow = memo(function OpportunityRow({
  leadId,
  opportunity,
  pipelines,
  statusReason,
  fields,
  people,
  contacts,
  ways,
  onRemove,
}: {
  leadId: string
  opportunity: Opportunity
  pipelines: readonly Pipeline[]
  /** Why the status cannot be changed now. */
  statusReason: string | null
  /** The custom fields of opportunities. */
  fields: readonly CustomField[]
  people: readonly Person[]
  contacts: readonly Contact[]
  ways: ChildWays
  onRemove: (opportunity: Opportunity) => void
}) {
  const name = opportunityName(opportunity)
  const about = { id: opportunity.id, name }
  // The pane has one "Status", the lead's.
  const status = useChildField<string>(ways, about, 'status_id', 'Stage')
  const value = useChildField<number | null>(ways, about, 'value', 'Value')
  const period = useChildField<string>(ways, about, 'value_period', 'Period')
  const [isUnfolded, setUnfolded] = useState(false)
  const needsPerson = useEdits(opportunity.id).some((edit) => isUnsettled(edit) && isOfDetails(edit))
  const isOpen = isUnfolded || needsPerson
  const detailsId = useId()

  const facts = [
    ...opportunityFacts(opportunity, people, contacts),
    ...customFacts(opportunity, fields, people, contacts),
  ]
  const wantedPeriod = period.save.kind === 'failed' ? period.save.wanted : undefined
  return (
    <div data-object={opportunity.id} className="group/opportunity py-1">
      <div className="flex flex-wrap items-start">
        <div className="min-w-0 flex-1 basis-44 pointer-coarse:basis-full">
          <OpportunityStatusSelect
            {...status}
            pipelines={pipelines}
            value={opportunity.status_id ?? null}
            valueLabel={opportunity.status_label}
            valueType={opportunity.status_type}
            disabledReason={statusReason}
          />
        </div>
        <div className={clsx(FIELD, 'w-28')}>
          <MoneyEditor
            {...value}
            value={opportunity.value ?? null}
            currency={opportunity.value_currency}
            placeholder="No value"
          />
        </div>
        <div className={clsx(FIELD, 'w-28')}>
          <Select
            label="Period"
            quiet
            options={PERIODS}
            value={wantedPeriod ?? opportunity.value_period ?? 'one_time'}
            onChange={(next) => {
              if (period.save.kind === 'failed') period.save.discard()
              period.onCommit(next)
            }}
          />
          <SaveNote
            label="Period"
            save={period.save}
            valueText={(id) => PERIODS.find((one) => one.id === id)?.label ?? String(id)}
          />
        </div>
        <IconButton
          label={`Delete opportunity ${name}`}
          icon={<Trash2 />}
          onClick={() => onRemove(opportunity)}
          className="mt-0.5 ml-auto opacity-0 group-focus-within/opportunity:opacity-100 group-hover/opportunity:opacity-100 pointer-coarse:mt-0 pointer-coarse:opacity-100"
        />
      </div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        aria-label={`Details of opportunity ${name}`}
        onClick={() => setUnfolded(!isOpen)}
        className="flex min-h-6 w-full min-w-0 items-start gap-1 rounded-md px-1.5 py-1 text-left text-xs text-muted hover:bg-hover pointer-coarse:min-h-10 pointer-coarse:items-center"
      >
        <ChevronRight
          aria-hidden
          className={clsx('size-4 shrink-0 transition-transform', isOpen && 'rotate-90')}
        />
        <span className="line-clamp-3 min-w-0 wrap-break-word">
          {isOpen ? 'Details' : facts.join(' · ') || 'Details'}
        </span>
      </button>
      <div id={detailsId}>
        {isOpen ? (
          <OpportunityDetails {...{ leadId, opportunity, people, contacts, ways }} />
        ) : (
          opportunity.note && (
            <p className="line-clamp-2 pr-2 pl-6.5 text-xs wrap-break-word text-muted">{opportunity.note}</p>
          )
        )}
      </div>
      <ObjectNote id={opportunity.id} noun="opportunity" />
    </div>
  )
})

/** What has to be decided must be in sight; status, value and period always are. */
function isOfDetails({ patch }: Update): boolean {
  return !['status_id', 'value', 'value_period'].some((field) => field in patch)
}

/** As wide as usual, until it has something to say. */
const FIELD = 'min-w-0 has-[[role=alert]]:basis-full has-[[role=status]]:basis-full'
