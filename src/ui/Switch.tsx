import { clsx } from 'clsx'
import { useId, type ComponentProps, type ReactNode } from 'react'

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role' | 'children'> & {
  label: string
  description?: ReactNode
}

/** Something that is on or off and takes effect at once. A native check box underneath. */
export function Switch({ label, description, className, ...input }: SwitchProps) {
  const id = useId()
  return (
    <div className={clsx('flex flex-col', className)}>
      <label className="flex min-h-7 items-center justify-between gap-4 text-sm has-disabled:text-faint pointer-coarse:min-h-10">
        {label}
        <input
          {...input}
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native box tells its state itself
          role="switch"
          aria-describedby={description ? id : undefined}
          className="switch shrink-0"
        />
      </label>
      {description && (
        <p id={id} className="pr-12 text-xs text-faint">
          {description}
        </p>
      )}
    </div>
  )
}
