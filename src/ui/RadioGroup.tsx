import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'

export type RadioGroupProps<T extends string> = {
  /** Names the group; visible unless hidden. */
  label: string
  labelHidden?: boolean | undefined
  options: readonly { id: T; label: string; description?: ReactNode; icon?: ReactNode }[]
  value: T | null
  onChange: (id: T) => void
  /** One line of joined buttons, for two to four short options. */
  segmented?: boolean | undefined
  className?: string | undefined
}

/** One of a few options, all in view. Native radio buttons: Arrow keys move the choice. */
export function RadioGroup<T extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
  segmented = false,
  className,
}: RadioGroupProps<T>) {
  const name = useId()
  return (
    <fieldset className={clsx('min-w-0', className)}>
      <legend className={clsx('pb-1 text-xs font-medium text-muted', labelHidden && 'sr-only')}>
        {label}
      </legend>
      <div
        className={
          segmented ? 'inline-flex max-w-full gap-0.5 rounded-md bg-sunken p-0.5' : 'flex flex-col gap-0.5'
        }
      >
        {options.map((option) => (
          <label
            key={option.id}
            className={clsx(
              'relative flex gap-2 text-sm pointer-coarse:min-h-10',
              segmented
                ? 'h-7 min-w-0 items-center rounded-sm px-2.5 text-muted has-checked:bg-raised has-checked:text-text has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-accent [&_svg]:size-4'
                : 'min-h-7 items-start py-1',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
              className={segmented ? 'absolute inset-0 appearance-none opacity-0' : 'radio mt-0.5 shrink-0'}
            />
            {option.icon}
            <span className="min-w-0">
              {option.label}
              {option.description && <span className="block text-xs text-faint">{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
