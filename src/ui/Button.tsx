import { clsx } from 'clsx'
import { useId, type ComponentProps, type MouseEvent, type ReactNode } from 'react'
import { Spinner } from './Spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  /** One primary button a view; danger for what cannot be undone. */
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  /** A lucide icon before the text; the spinner takes its place while busy. */
  icon?: ReactNode
  /** Work is under way: keeps focus and its text, ignores presses. */
  busy?: boolean | undefined
  /** Why it cannot be pressed now. It stays focusable and tells the reason on hover, focus and to screen readers. */
  disabledReason?: string | null | undefined
}

/** A push button. `type` is "button" unless given. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  busy = false,
  disabledReason,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const off = busy || Boolean(disabledReason)
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (off) {
      event.preventDefault()
      event.stopPropagation()
    } else onClick?.(event)
  }
  return (
    <>
      <button
        {...rest}
        type={type}
        onClick={handleClick}
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        aria-describedby={clsx(rest['aria-describedby'], disabledReason && reasonId) || undefined}
        data-tooltip={disabledReason || undefined}
        className={clsx(
          BASE,
          SIZES[size],
          VARIANTS[variant],
          disabledReason && 'opacity-50 saturate-50',
          className,
        )}
      >
        {busy ? <Spinner /> : icon}
        {children}
      </button>
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  )
}

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors [&_svg]:size-4 [&_svg]:shrink-0 pointer-coarse:min-h-10'

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-xs [&_svg]:size-3.5',
  md: 'h-8 px-3 text-sm',
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent shadow-sm not-aria-disabled:hover:bg-accent-hover not-aria-disabled:active:bg-accent-hover',
  secondary:
    'border-line-strong bg-raised text-text shadow-sm not-aria-disabled:hover:bg-hover aria-expanded:bg-hover',
  ghost:
    'border-transparent bg-transparent text-muted not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text aria-expanded:bg-hover aria-expanded:text-text',
  danger: 'border-transparent bg-bad text-inverse shadow-sm not-aria-disabled:hover:bg-bad-hover',
}
