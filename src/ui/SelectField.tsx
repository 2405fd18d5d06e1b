import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { Field, type FieldProps } from './Field.tsx'

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, 'className' | 'children' | 'size'> & {
    options: readonly { id: string; label: string }[]
    /** Text of the choice that means none (value ""). Left out, there is no such choice. */
    emptyLabel?: string | undefined
    size?: 'sm' | 'md' | undefined
  }

/** A native select with a label: the platform's own picker on phones. Takes native props and a ref. */
export function SelectField({
  label,
  labelHidden,
  description,
  error,
  className,
  options,
  emptyLabel,
  size = 'md',
  ...select
}: SelectFieldProps) {
  const ownId = useId()
  const frame = { label, labelHidden, description, error, className, required: select.required }
  return (
    <Field {...frame} id={select.id ?? ownId}>
      {(aria) => (
        <div className="relative">
          <select
            {...select}
            {...aria}
            className={clsx(
              controlClass,
              'appearance-none truncate pr-7 pointer-coarse:h-10',
              size === 'sm' ? 'h-7 pl-2 text-xs' : 'h-8 pl-2.5',
            )}
          >
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
          />
        </div>
      )}
    </Field>
  )
}
