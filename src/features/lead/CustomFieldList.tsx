import { settingsQueries } from '#data/settings-queries.ts'
import { useFieldLock } from '#data/use-field-lock.ts'
import { usePeople } from '#data/use-people.ts'
import { FieldGroup } from '#fields/FieldGroup.tsx'
import { useFilledFields } from '#fields/use-filled-fields.ts'
import { customKey } from '#model/custom-key.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { isUnset } from '#model/lead-patch.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'

import { CustomFieldRow } from './CustomFieldRow.tsx'
import { PaneSection } from './PaneSection.tsx'
import { useEmptyFieldsHidden } from './use-empty-fields-hidden.ts'

/** Every custom field of a lead in the organisation's order, edited in place; empty ones can be put away. */
export function CustomFieldList({ shown, whole }: { shown: LeadRow; whole: Lead | null }) {
  const schema = useQuery(settingsQueries.leadSchema())
  const users = usePeople()
  const lockOf = useFieldLock(schema.data)
  const [isHiding, setHiding] = useEmptyFieldsHidden()
  const { fields, empty: unfilled } = useFilledFields(schema.data, shown)
  const empty = whole ? unfilled : []
  const visible = isHiding ? fields.filter((field) => !empty.includes(field)) : fields

  if (schema.data && fields.length === 0) return null
  return (
    <PaneSection
      title="Custom fields"
      actions={
        empty.length > 0 && (
          <Button variant="ghost" size="sm" onClick={() => setHiding(!isHiding)}>
            {`${isHiding ? 'Show' : 'Hide'} ${empty.length} empty ${empty.length === 1 ? 'field' : 'fields'}`}
          </Button>
        )
      }
    >
      {schema.error && !schema.data && (
        <Banner
          tone="bad"
          live
          actions={
            <Button size="sm" busy={schema.isFetching} onClick={() => void schema.refetch()}>
              Try again
            </Button>
          }
        >
          The custom fields could not be loaded. {describeFailure(toFailure(schema.error))}
        </Banner>
      )}
      {schema.isPending && <LoadingFields />}
      {visible.map((field) =>
        whole || !isUnset(shown[customKey(field.id)]) ? (
          <CustomFieldRow
            key={field.id}
            leadId={shown.id}
            field={field}
            value={shown[customKey(field.id)]}
            users={field.type === 'user' ? users : undefined}
            contacts={field.type === 'contact' ? shown.contacts : undefined}
            lockedReason={lockOf(field)}
          />
        ) : (
          <FieldGroup key={field.id} label={field.name}>
            <div className="flex min-h-8 items-center px-2">
              <Skeleton className="w-24" />
            </div>
          </FieldGroup>
        ),
      )}
    </PaneSection>
  )
}

function LoadingFields() {
  return (
    <div role="group" aria-busy="true" aria-label="Loading the custom fields">
      {['w-16', 'w-24', 'w-20', 'w-28', 'w-16', 'w-24'].map((width, i) => (
        <div key={i} className="flex min-h-8 items-center gap-6">
          <Skeleton className="w-24" />
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  )
}
