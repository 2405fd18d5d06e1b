import { clsx } from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { controlClass } from './control-class.ts'
import { Field, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, 'className' | 'children' | 'size'> & {
    /** Beside the box on its right, e.g. a remove button. */
    trailing?: ReactNode
  }

/** A one-line text box with a label. Takes native props and a ref, so `{...register('name')}` fits. */
export function TextField({
  label,
  labelHidden,
  description,
  error,
  className,
  trailing,
  ...input
}: TextFieldProps) {
  const ownId = useId()
  const frame = { label, labelHidden, description, error, className, required: input.required }
  return (
    <Field {...frame} id={input.id ?? ownId}>
      {(aria) => (
        <div className="flex items-center gap-1">
          <input
            autoComplete="off"
            {...input}
            {...aria}
            className={clsx(controlClass, 'h-8 px-2.5 read-only:bg-sunken pointer-coarse:h-10')}
          />
          {trailing}
        </div>
      )}
    </Field>
  )
}
