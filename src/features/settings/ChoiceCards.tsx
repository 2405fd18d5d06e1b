import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'

/** A few choices side by side, one of them taken: native radio buttons under one name. */
export function ChoiceCards<T extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  /** Visible, and the accessible name of the group. */
  label: string
  choices: readonly { id: T; label: string; icon?: ReactNode; description?: string }[]
  /** The chosen id; null for none of them. */
  value: T | null
  onChange: (id: T) => void
}) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1.5 text-xs font-medium text-muted">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label
            key={choice.id}
            className={clsx(
              'relative flex min-h-9 min-w-18 flex-1 items-center gap-2 rounded-md border px-2.5 py-1.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent sm:min-w-24 sm:flex-none sm:px-3 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
              choice.id === value
                ? 'border-accent bg-selected text-text'
                : 'border-line-strong bg-surface text-text hover:bg-hover [&_svg]:text-muted',
            )}
          >
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
              className="absolute inset-0 appearance-none rounded-md opacity-0"
            />
            {choice.icon}
            <span>
              {choice.label}
              {choice.description && <span className="block text-xs text-muted">{choice.description}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
