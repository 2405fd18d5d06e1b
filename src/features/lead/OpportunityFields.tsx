import { settingsQueries } from '#data/settings-queries.ts'
import { useChildFields } from '#data/use-child-fields.ts'
import { ChildFields } from '#fields/ChildFields.tsx'
import { useFilledFields } from '#fields/use-filled-fields.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Contact, Opportunity } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { useQuery } from '@tanstack/react-query'

import { opportunityName } from './opportunity-text.ts'
import { useEmptyFieldsHidden } from './use-empty-fields-hidden.ts'

/** The custom fields of an opportunity in the organisation's order, edited in place; empty ones can be put away. */
export function OpportunityFields({
  leadId,
  opportunity,
  contacts,
}: {
  leadId: string
  opportunity: Opportunity
  /** The lead's, for fields that name contacts. */
  contacts: readonly Contact[]
}) {
  const { id } = opportunity
  const name = opportunityName(opportunity)
  const schema = useQuery(settingsQueries.childSchema('opportunity'))
  const { fields, empty } = useFilledFields(schema.data, opportunity)
  const editing = useChildFields({ leadId, object: 'opportunity', id, name })
  const [isHiding, setHiding] = useEmptyFieldsHidden()
  const toggle = `${isHiding ? 'Show' : 'Hide'} ${empty.length} empty ${empty.length === 1 ? 'field' : 'fields'}`

  if (schema.error && !schema.data) {
    return (
      <Banner
        tone="bad"
        live
        className="mt-1"
        actions={
          <Button size="sm" busy={schema.isFetching} onClick={() => void schema.refetch()}>
            Try again
          </Button>
        }
      >
        The custom fields of opportunities could not be loaded. {describeFailure(toFailure(schema.error))}
      </Banner>
    )
  }
  return (
    <>
      <ChildFields
        {...{ leadId, contacts, ...editing }}
        objectId={id}
        name={`opportunity ${name}`}
        fields={isHiding ? fields.filter((field) => !empty.includes(field)) : fields}
        values={opportunity}
      />
      {empty.length > 0 && (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-2"
          aria-label={`${toggle} of opportunity ${name}`}
          onClick={() => setHiding(!isHiding)}
        >
          {toggle}
        </Button>
      )}
    </>
  )
}
