import { FieldGroup } from '#fields/FieldGroup.tsx'
import type { LeadRow } from '#model/lead.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import type { ReactNode } from 'react'

import { StatusField } from './StatusField.tsx'
import { TextRow } from './TextRow.tsx'

/** Status, URL and description of a lead. A field that has not come yet is a grey bar. */
export function BasicFields({ shown }: { shown: LeadRow }) {
  const known = (field: 'status_id' | 'url' | 'description', label: string, editor: ReactNode) =>
    field in shown ? (
      editor
    ) : (
      <FieldGroup label={label}>
        <div className="flex min-h-8 items-center px-2">
          <Skeleton className="w-32" />
        </div>
      </FieldGroup>
    )
  return (
    <div className="px-4 py-2">
      {known(
        'status_id',
        'Status',
        <StatusField leadId={shown.id} statusId={shown.status_id ?? null} statusLabel={shown.status_label} />,
      )}
      {known('url', 'URL', <TextRow leadId={shown.id} field="url" label="URL" value={shown.url ?? ''} />)}
      {known(
        'description',
        'Description',
        <TextRow leadId={shown.id} field="description" label="Description" value={shown.description ?? ''} />,
      )}
    </div>
  )
}
