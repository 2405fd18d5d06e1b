import { clsx } from 'clsx'
import { TriangleAlert, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { LateSpinner } from './LateSpinner.tsx'

export type ChipTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad'

export type ChipProps = Omit<ComponentProps<'span'>, 'children'> & {
  label: string
  tone?: ChipTone | undefined
  /** Before the label: a dot, an avatar. */
  icon?: ReactNode
  /** Why the value is not, or no longer, allowed. Marks the chip; read with it. */
  invalid?: string | undefined
  /** Why the value is quieter than others, e.g. a person who has left. Read with it. */
  faded?: string | undefined
  /** A write of this value is under way. */
  pending?: boolean | undefined
  /** Adds the button "Remove LABEL". */
  onRemove?: (() => void) | undefined
  /** Props of the remove button, for a list that moves focus among chips. */
  removeButton?: Omit<ComponentProps<'button'>, 'onClick' | 'aria-label'> | undefined
}

/** One value in a rounded box, with an optional button that removes it. */
export function Chip({
  label,
  tone = 'neutral',
  icon,
  invalid,
  faded,
  pending = false,
  onRemove,
  removeButton,
  className,
  ...rest
}: ChipProps) {
  return (
    <span
      title={invalid ?? faded}
      {...rest}
      className={clsx(
        'inline-flex h-5.5 max-w-full min-w-0 items-center gap-1 rounded-sm border px-1.5 text-xs whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
        onRemove && 'pr-0 pointer-coarse:h-8',
        invalid ? 'border-dashed border-warn bg-warn-soft text-warn' : TONES[tone],
        (pending || faded) && 'text-muted',
        faded && 'border-dashed [&_svg]:opacity-60',
        className,
      )}
    >
      {pending ? <LateSpinner /> : invalid ? <TriangleAlert aria-hidden /> : icon}
      <span className="truncate">{label}</span>
      {(invalid ?? faded) && <span className="sr-only"> ({invalid ?? faded})</span>}
      {onRemove && (
        <button
          {...removeButton}
          type="button"
          aria-label={`Remove ${label}`}
          onClick={onRemove}
          className="inline-flex h-full w-5.5 shrink-0 items-center justify-center rounded-r-sm opacity-70 hover:bg-hover hover:opacity-100 focus-visible:opacity-100 pointer-coarse:w-8"
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  )
}

const TONES: Record<ChipTone, string> = {
  neutral: 'border-line bg-chip text-text',
  accent: 'border-transparent bg-accent-soft text-accent',
  good: 'border-transparent bg-good-soft text-good',
  warn: 'border-transparent bg-warn-soft text-warn',
  bad: 'border-transparent bg-bad-soft text-bad',
}
