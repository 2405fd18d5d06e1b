import { stableKey } from '#data/ledger.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { useChildren, useRefusedCreations } from '#data/use-children.ts'
import { usePeople } from '#data/use-people.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Contact, Opportunity } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { memo, useCallback, useRef } from 'react'

import { deleteChild } from './delete-child.ts'
import {
  EMPTY_OPPORTUNITY,
  opportunityDraftName,
  opportunityFormSchema,
  toOpportunityBody,
  toOpportunityForm,
  type OpportunityFormValues,
} from './opportunity-form.ts'
import { STATUS_TYPES, statusType, withStatus } from './opportunity-status.ts'
import { opportunityName } from './opportunity-text.ts'
import { OpportunityForm } from './OpportunityForm.tsx'
import { OpportunityRow } from './OpportunityRow.tsx'
import { OpportunityTotals } from './OpportunityTotals.tsx'
import { PaneSection } from './PaneSection.tsx'
import { RefusedCreations } from './RefusedCreations.tsx'
import { useCreationForm } from './use-creation-form.ts'
import { useShared } from './use-shared.ts'
import { useSteadyOrder } from './use-steady-order.ts'

/** A lead's opportunities, open ones first, with what they are worth together and a form for a new one. */
export const OpportunityList = memo(function OpportunityList({
  leadId,
  contacts,
  opportunities,
}: {
  leadId: string
  contacts: readonly Contact[]
  opportunities: readonly Opportunity[]
}) {
  const client = useQueryClient()
  const ways = useChildren(leadId, 'opportunity')
  const refused = useRefusedCreations(leadId, 'opportunity')
  const people = usePeople() ?? NONE
  const me = useQuery(settingsQueries.me()).data?.id ?? null
  const currency = useQuery(settingsQueries.organization()).data?.currency ?? null
  const { data, isError } = useQuery(settingsQueries.pipelines())
  const pipelines = data ?? NONE
  const fields = useQuery(settingsQueries.childSchema('opportunity')).data ?? NONE
  const form = useCreationForm({
    draftName: opportunityDraftName(leadId),
    schema: opportunityFormSchema,
    empty: EMPTY_OPPORTUNITY,
    toValues: toOpportunityForm,
  })
  const addButton = useRef<HTMLButtonElement>(null)
  useReturnFocus(form.isOpen, addButton)

  const all = useShared(opportunities.map((opportunity) => withStatus(opportunity, pipelines, currency)))
  const shown = useSteadyOrder(all, keyOf, rankOf)

  function save(values: OpportunityFormValues) {
    const { body } = toOpportunityBody({
      ...values,
      status: values.status || (pipelines[0]?.statuses[0]?.id ?? ''),
      owner: values.owner || (me ?? ''),
    })
    form.finish()
    void ways.create(body, opportunityName({ id: '', value_currency: currency, ...body }))
  }

  const remove = useCallback(
    (opportunity: Opportunity) => {
      const child = { name: opportunityName(opportunity), was: opportunity }
      deleteChild(client, { leadId, object: 'opportunity', id: opportunity.id }, child)
      addButton.current?.focus()
    },
    [client, leadId],
  )

  return (
    <PaneSection
      title="Opportunities"
      count={shown.length}
      actions={
        !form.isOpen && (
          <>
            {form.hasDraft && <span className="text-xs text-warn">Unsaved opportunity</span>}
            <Button ref={addButton} variant="ghost" size="sm" icon={<Plus />} onClick={form.open}>
              Add opportunity
            </Button>
          </>
        )
      }
    >
      {form.isOpen && (
        <OpportunityForm
          key={form.key}
          {...form.props}
          {...{ pipelines, people, contacts, currency, me }}
          onSave={save}
        />
      )}
      <RefusedCreations
        creations={refused.filter(({ id }) => id !== form.corrected?.id)}
        onEdit={form.correct}
      />
      {shown.length === 0 && refused.length === 0 && !form.isOpen && (
        <p className="text-sm text-faint">None yet.</p>
      )}
      <ul className="-mx-2 flex flex-col divide-y divide-line">
        {shown.map((opportunity) => (
          <li key={keyOf(opportunity)}>
            <OpportunityRow
              {...{ leadId, opportunity, pipelines, fields, people, contacts, ways }}
              statusReason={isError && !data ? 'The statuses could not be loaded.' : null}
              onRemove={remove}
            />
          </li>
        ))}
      </ul>
      {shown.length > 1 && <OpportunityTotals opportunities={shown} />}
    </PaneSection>
  )
})

const NONE: readonly never[] = []

function keyOf({ id }: Opportunity): string {
  return stableKey(id)
}

/** Open ones first, then the won, then the lost. */
function rankOf({ status_type: type }: Opportunity): number {
  return STATUS_TYPES.indexOf(statusType(type))
}
