import { clsx } from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  /** The accessible name, shown beside the box unless hidden. */
  label: string
  labelHidden?: boolean | undefined
  description?: ReactNode
  /** Some but not all of what it stands for. */
  indeterminate?: boolean | undefined
}

/** A native check box. With a hidden label its hit area is still 24 px or more. */
export function Checkbox({
  label,
  labelHidden = false,
  description,
  indeterminate = false,
  className,
  ref,
  ...input
}: CheckboxProps) {
  const id = useId()
  const box = (
    <input
      {...input}
      type="checkbox"
      ref={(element) => {
        if (element) element.indeterminate = indeterminate
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      aria-label={labelHidden ? label : undefined}
      aria-describedby={description ? id : undefined}
      className="checkbox shrink-0"
    />
  )
  if (labelHidden) {
    return (
      <span className={clsx('relative inline-flex size-6 items-center justify-center', className)}>
        {box}
      </span>
    )
  }
  return (
    <div className={clsx('flex flex-col', className)}>
      <label className="flex min-h-7 items-center gap-2 text-sm has-disabled:text-faint pointer-coarse:min-h-10">
        {box}
        {label}
      </label>
      {description && (
        <p id={id} className="pl-6 text-xs text-faint">
          {description}
        </p>
      )}
    </div>
  )
}
