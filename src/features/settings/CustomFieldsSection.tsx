import { settingsQueries, useOrderLeadFields } from '#data/settings-queries.ts'
import type { CustomField } from '#model/custom-field.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorState } from '#ui/ErrorState.tsx'
import { showToast } from '#ui/toast.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { useQuery } from '@tanstack/react-query'
import { ListPlus, Plus } from 'lucide-react'
import { useRef, useState } from 'react'

import { CustomFieldDialog } from './CustomFieldDialog.tsx'
import { CustomFieldRow } from './CustomFieldRow.tsx'
import { failureText } from './failure-text.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useReorder } from './use-reorder.ts'

type Open = { kind: 'new' } | { kind: 'edit'; id: string } | null

/** The custom fields of leads: made, changed and put in order here. */
export function CustomFieldsSection({ id }: { id: string }) {
  const query = useQuery(settingsQueries.leadSchema())
  const [open, setOpen] = useState<Open>(null)
  const fields = query.data
  const edited = open?.kind === 'edit' ? fields?.find((field) => field.id === open.id) : undefined
  const newField = (
    <Button icon={<Plus />} onClick={() => setOpen({ kind: 'new' })}>
      New field
    </Button>
  )

  return (
    <SettingsSection
      id={id}
      title="Custom fields"
      description="What your team keeps about a lead, in the order in which it is shown."
      action={fields && fields.length > 0 && newField}
    >
      {query.isPending ? (
        <ListSkeleton label="Loading the custom fields" lines={6} />
      ) : !fields ? (
        <ErrorState
          title="The custom fields could not be loaded"
          text={failureText(query.error)}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          className="rounded-lg border border-line bg-surface"
        />
      ) : fields.length === 0 ? (
        <EmptyState
          icon={<ListPlus />}
          title="No custom fields yet"
          text="Add what your team wants to know about each lead, such as its industry or its renewal date."
          actions={newField}
          headingLevel={3}
          className="rounded-lg border border-line bg-surface"
        />
      ) : (
        <FieldList fields={fields} onEdit={(fieldId) => setOpen({ kind: 'edit', id: fieldId })} />
      )}
      {open && fields && (open.kind === 'new' || edited) && (
        <CustomFieldDialog field={edited} fields={fields} onClose={() => setOpen(null)} />
      )}
    </SettingsSection>
  )
}

function FieldList({ fields, onEdit }: { fields: readonly CustomField[]; onEdit: (id: string) => void }) {
  const order = useOrderLeadFields()
  const [said, setSaid] = useState('')
  const turn = useRef(0)
  const reorder = useReorder(
    fields.map(({ id }) => id),
    (ids, { id, to }) => {
      const name = fields.find((field) => field.id === id)?.name ?? id
      setSaid(`${name} is now number ${to + 1} of ${ids.length}.`)
      const mine = ++turn.current
      order.mutateAsync(ids).catch((error: unknown) => {
        if (mine !== turn.current) return // a later order holds this one
        setSaid('')
        showToast({
          kind: 'bad',
          message: `The new order of the fields was not saved and was put back. ${failureText(error)}`,
          key: 'field-order',
        })
      })
    },
  )
  return (
    <>
      <ol aria-label="Custom fields" className="rounded-lg border border-line bg-surface">
        {fields.map((field, index) => (
          <CustomFieldRow
            key={field.id}
            field={field}
            index={index}
            count={fields.length}
            reorder={reorder}
            onEdit={() => onEdit(field.id)}
          />
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  )
}
