import type { CustomField } from '#model/custom-field.ts'
import { Chip } from '#ui/Chip.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { MenuButton } from '#ui/MenuButton.tsx'
import { showToast } from '#ui/toast.ts'
import { ArrowDown, ArrowUp, Copy, Ellipsis, Pencil } from 'lucide-react'

import { choicesPreview, fieldKindText } from './field-type.ts'
import { ReorderRow } from './ReorderRow.tsx'
import type { Reorder } from './use-reorder.ts'

/** One custom field in the list: what it is, and what can be done with it. */
export function CustomFieldRow({
  field,
  index,
  count,
  reorder,
  onEdit,
}: {
  field: CustomField
  index: number
  count: number
  reorder: Reorder
  onEdit: () => void
}) {
  const { id, name } = field
  const isShared = field.is_shared === true
  const details = [fieldKindText(field), choicesPreview(field)].filter(Boolean).join(' · ')
  return (
    <ReorderRow
      id={id}
      name={name}
      index={index}
      count={count}
      reorder={reorder}
      stepsInMenu
      actions={
        <>
          <IconButton
            label={`Edit ${name}`}
            icon={<Pencil />}
            disabledReason={isShared ? SHARED : null}
            onClick={onEdit}
            className="max-sm:hidden"
          />
          <MenuButton
            label={`More for ${name}`}
            icon={<Ellipsis />}
            iconOnly
            items={[
              {
                id: 'edit',
                label: 'Edit',
                icon: <Pencil />,
                disabledReason: isShared ? SHARED : null,
                onAction: onEdit,
              },
              { id: 'copy', label: 'Copy field ID', icon: <Copy />, onAction: () => void copyId(id) },
              'separator',
              {
                id: 'up',
                label: 'Move up',
                icon: <ArrowUp />,
                disabledReason: index === 0 ? 'It is the first.' : null,
                onAction: () => reorder.step(id, -1),
              },
              {
                id: 'down',
                label: 'Move down',
                icon: <ArrowDown />,
                disabledReason: index === count - 1 ? 'It is the last.' : null,
                onAction: () => reorder.step(id, 1),
              },
            ]}
          />
        </>
      }
    >
      <div className="flex min-w-0 flex-wrap items-center gap-x-2">
        <span className="max-w-full min-w-0 font-medium wrap-break-word">{name}</span>
        {isShared && <Chip label="Shared" title={SHARED} />}
      </div>
      <p className="truncate text-xs text-muted" title={details}>
        {details}
      </p>
      {field.description && (
        <p className="line-clamp-2 text-xs text-pretty wrap-break-word text-faint">{field.description}</p>
      )}
    </ReorderRow>
  )
}

const SHARED = 'Shared with other kinds of objects; it is changed in Close.'

async function copyId(id: string) {
  try {
    await navigator.clipboard.writeText(id)
    showToast({ kind: 'good', message: `Copied ${id}`, key: 'copy', duration: 3_000 })
  } catch {
    showToast({ kind: 'bad', message: `The browser did not allow copying. The ID is ${id}`, key: 'copy' })
  }
}
