import type { CustomField } from '#model/custom-field.ts'
import { asList } from '#model/lead-patch.ts'
import { textOptions } from '#ui/option.ts'
import type { ChipMark } from './chip-mark.ts'
import { ChipsEditor } from './ChipsEditor.tsx'
import { ChoiceEditor } from './ChoiceEditor.tsx'
import { ContactEditor } from './ContactEditor.tsx'
import type { People } from './custom-text.ts'
import { CustomValue } from './CustomValue.tsx'
import { DateEditor } from './DateEditor.tsx'
import { DateTimeEditor } from './DateTimeEditor.tsx'
import type { EditorProps } from './editor-props.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { InlineText } from './InlineText.tsx'
import { NumberEditor } from './NumberEditor.tsx'
import { contactOptions, userOptions } from './person-options.tsx'
import { UserEditor } from './UserEditor.tsx'
import { anyText } from './value-format.ts'

export type CustomFieldEditorProps = Omit<EditorProps<unknown>, 'label'> &
  People & {
    field: CustomField
    labelHidden?: boolean | undefined
    /** For fields with several values: called once for each. */
    onAdd: (value: string) => void
    onRemove: (value: string) => void
    marks?: ReadonlyMap<string, ChipMark> | undefined
    onCreateChoice?: ((choice: string) => void) | undefined
  }

/**
 * The editor that fits a custom field's type, in a group named with the field's name. `onCommit` gets `null` to
 * unset the value. Types without an editor, and values of another shape than the type says, are shown as text.
 */
export function CustomFieldEditor({
  field,
  labelHidden,
  users = [],
  contacts = [],
  onAdd,
  onRemove,
  marks,
  onCreateChoice,
  ...edit
}: CustomFieldEditorProps) {
  const { value, onCommit, onCancel, disabledReason, autoFocus, boxed } = edit
  const group = { label: field.name, labelHidden, labelAbove: boxed, description: field.description }

  if (field.accepts_multiple_values && MULTIPLE.has(field.type)) {
    const options =
      field.type === 'user'
        ? userOptions(users)
        : field.type === 'contact'
          ? contactOptions(contacts)
          : textOptions(field.choices ?? [])
    return (
      <ChipsEditor
        label={field.name}
        labelHidden={labelHidden}
        description={field.description}
        {...{ options, marks, onAdd, onRemove, onCancel, disabledReason, autoFocus, boxed }}
        values={asList(value).map(anyText)}
        onCreateChoice={field.type === 'choices' ? onCreateChoice : undefined}
      />
    )
  }

  const shared = { ...edit, label: field.name }
  const asText = value === null || value === undefined ? null : anyText(value)
  const save = edit.save as EditorProps<string | null>['save']
  return <FieldGroup {...group}>{editor()}</FieldGroup>

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
        return <DateEditor {...shared} value={asText} save={save} />
      case 'datetime':
        return <DateTimeEditor {...shared} value={asText} save={save} />
      case 'choices':
        return (
          <ChoiceEditor
            {...shared}
            value={asText}
            save={save}
            choices={field.choices ?? []}
            onCreateChoice={onCreateChoice}
          />
        )
      case 'user':
        return <UserEditor {...shared} value={asText} save={save} users={users} />
      case 'contact':
        return <ContactEditor {...shared} value={asText} save={save} contacts={contacts} />
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
