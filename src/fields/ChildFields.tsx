import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import type { Patch } from '#model/lead-patch.ts'
import { fieldEdits, fieldState, type Update } from '#model/operation.ts'
import { memo, useMemo } from 'react'

import { announceElsewhere } from './announce-elsewhere.ts'
import { chipMarks } from './chip-marks.ts'
import type { People } from './custom-text.ts'
import { CustomFieldEditor } from './CustomFieldEditor.tsx'
import { saveOf } from './save-of.ts'

type Editing = People & {
  /** The lead that the object hangs below, its own id, and what to call it in a sentence. */
  leadId: string
  objectId: string
  name: string
  /** What is not settled of the object, oldest first. */
  edits: readonly Update[]
  retry: (edit: Update) => void
  discard: (edit: Update) => void
  onEdit: (patch: Patch, field: CustomField) => Promise<'settled' | 'failed' | 'conflict'>
}

/** Custom fields of something below a lead, each edited in place. A refusal stays at its field until it is settled. */
export function ChildFields({
  fields,
  values,
  lockOf,
  ...editing
}: Editing & {
  /** Those to show. */
  fields: readonly CustomField[]
  /** The object, with its values. */
  values: Readonly<Record<string, unknown>>
  /** Why the person may not change a field; null when they may. */
  lockOf: (field: CustomField) => string | null
}) {
  return fields.map((field) => (
    <ChildField
      key={field.id}
      {...editing}
      field={field}
      value={values[customKey(field.id)]}
      lockedReason={lockOf(field)}
    />
  ))
}

const ChildField = memo(function ChildField({
  leadId,
  objectId,
  name,
  field,
  value,
  users,
  contacts,
  lockedReason,
  edits,
  retry,
  discard,
  onEdit,
}: Editing & { field: CustomField; value: unknown; lockedReason: string | null }) {
  const key = customKey(field.id)
  const save = useMemo(() => {
    const own = fieldEdits(edits, objectId, key)
    const state = fieldState(own, key)
    const open = 'edits' in state ? state.edits : own
    return saveOf<unknown>(
      { ...state, retry: () => open.forEach(retry), discard: () => open.forEach(discard) },
      key,
    )
  }, [edits, objectId, key, retry, discard])
  const marks = useMemo(() => chipMarks(edits, key, { retry, discard }), [edits, key, retry, discard])

  async function edit(patch: Patch) {
    if ((await onEdit(patch, field)) === 'settled') return
    announceElsewhere(leadId, `edit ${objectId} ${key}`, `${field.name} of ${name} was not saved.`)
  }

  return (
    <div data-field={key}>
      <CustomFieldEditor
        {...{ field, value, users, contacts, lockedReason, save, marks }}
        onCommit={(next) => void edit({ [key]: next })}
        onAdd={(one) => void edit({ [`${key}.add`]: one })}
        onRemove={(one) => void edit({ [`${key}.remove`]: one })}
      />
    </div>
  )
})
