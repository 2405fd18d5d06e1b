import { clsx } from 'clsx'
import { useId, type ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { Field, type FieldProps } from './Field.tsx'

export type TextAreaFieldProps = FieldProps & Omit<ComponentProps<'textarea'>, 'className' | 'children'>

/** A text box of several lines with a label; grows with its text. Takes native props and a ref. */
export function TextAreaField({
  label,
  labelHidden,
  description,
  error,
  className,
  rows = 3,
  ...area
}: TextAreaFieldProps) {
  const ownId = useId()
  const frame = { label, labelHidden, description, error, className, required: area.required }
  return (
    <Field {...frame} id={area.id ?? ownId}>
      {(aria) => (
        <textarea
          {...area}
          {...aria}
          rows={rows}
          className={clsx(
            controlClass,
            'field-sizing-content max-h-80 min-h-16 resize-y px-2.5 py-1.5 read-only:bg-sunken',
          )}
        />
      )}
    </Field>
  )
}
