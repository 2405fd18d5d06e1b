import type { CustomField } from '#model/custom-field.ts'
import { asList } from '#model/lead-patch.ts'
import type { ChipMark } from './chip-mark.ts'
import { ChipsEditor } from './ChipsEditor.tsx'
import { customText, type People } from './custom-text.ts'
import { CustomValue } from './CustomValue.tsx'
import { DateEditor } from './DateEditor.tsx'
import { DateTextEditor } from './DateTextEditor.tsx'
import { DateTimeEditor } from './DateTimeEditor.tsx'
import type { EditorProps } from './editor-props.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { fieldOptions } from './field-options.tsx'
import { InlineText } from './InlineText.tsx'
import { NumberEditor } from './NumberEditor.tsx'
import { OptionEditor } from './OptionEditor.tsx'
import { anyText } from './value-format.ts'

export type CustomFieldEditorProps = Omit<EditorProps<unknown>, 'label'> &
  People & {
    field: CustomField
    labelHidden?: boolean | undefined
    /** Why this person may not change it: the value is then shown with the reason. */
    lockedReason?: string | null | undefined
    /** For fields with several values: called once for each. */
    onAdd: (value: string) => void
    onRemove: (value: string) => void
    marks?: ReadonlyMap<string, ChipMark> | undefined
    onCreateChoice?: ((choice: string) => void) | undefined
    /** Takes a date as text, for a person who began to type before the editor was there. */
    datesAsText?: boolean | undefined
  }

/**
 * The editor that fits a custom field's type, in a group named with the field's name. `onCommit` gets `null` to
 * unset the value. Types without an editor, and values of another shape than the type says, are shown as text.
 */
export function CustomFieldEditor({
  field,
  labelHidden,
  lockedReason,
  users,
  contacts,
  onAdd,
  onRemove,
  marks,
  onCreateChoice,
  datesAsText = false,
  ...edit
}: CustomFieldEditorProps) {
  const { value, onCommit, onCancel, disabledReason, autoFocus, boxed } = edit
  const group = { label: field.name, labelHidden, labelAbove: boxed, description: field.description }

  if (field.accepts_multiple_values && MULTIPLE.has(field.type)) {
    const options = fieldOptions(field, asList(value).map(anyText), { users, contacts })
    return (
      <ChipsEditor
        label={field.name}
        labelHidden={labelHidden}
        description={field.description}
        {...{ options, marks, onAdd, onRemove, onCancel, autoFocus, boxed }}
        disabledReason={lockedReason ?? disabledReason}
        values={asList(value).map(anyText)}
        onCreateChoice={field.type === 'choices' ? onCreateChoice : undefined}
      />
    )
  }

  const valueText = (one: unknown) => customText(field, one, { users, contacts })
  const shared = { ...edit, valueText, label: field.name }
  const asText = value === null || value === undefined ? null : anyText(value)
  const save = edit.save as EditorProps<string | null>['save']
  return <FieldGroup {...group}>{lockedReason ? lockedValue(lockedReason) : editor()}</FieldGroup>

  function lockedValue(reason: string) {
    return (
      <div className="flex min-h-8 flex-wrap items-center gap-x-2 border border-transparent px-2 text-sm">
        {asText !== null && <CustomValue {...{ field, value, users, contacts }} />}
        <span className="text-xs text-faint">{asText === null ? `Empty. ${reason}` : reason}</span>
      </div>
    )
  }

  function editor() {
    switch (field.type) {
      case 'text':
      case 'textarea':
        return (
          <InlineText
            {...shared}
            value={asText ?? ''}
            save={edit.save as EditorProps<string>['save']}
            onCommit={(next) => onCommit(next === '' ? null : next)}
            multiline={field.type === 'textarea'}
          />
        )
      case 'number':
        return (
          <NumberEditor
            {...shared}
            value={typeof value === 'number' ? value : null}
            save={edit.save as EditorProps<number | null>['save']}
          />
        )
      case 'date':
      case 'datetime': {
        const time = field.type === 'datetime'
        if (datesAsText) return <DateTextEditor {...shared} time={time} value={asText} save={save} />
        const Editor = time ? DateTimeEditor : DateEditor
        return <Editor {...shared} value={asText} save={save} />
      }
      case 'choices':
      case 'user':
      case 'contact':
        return (
          <OptionEditor
            {...shared}
            value={asText}
            save={save}
            options={fieldOptions(field, asText === null ? [] : [asText], { users, contacts })}
            placeholder={field.type === 'choices' ? undefined : 'Nobody'}
            onCreate={field.type === 'choices' ? onCreateChoice : undefined}
          />
        )
      default:
        return (
          <div className="flex min-h-8 items-center px-2 text-sm text-muted">
            <CustomValue {...{ field, value, users, contacts }} />
          </div>
        )
    }
  }
}

const MULTIPLE = new Set(['choices', 'user', 'contact'])
