import { clsx } from 'clsx'
import { useId, type ComponentProps, type MouseEvent, type ReactNode } from 'react'
import { Spinner } from './Spinner.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'aria-label' | 'children'> & {
  /** The accessible name, also the tooltip. */
  label: string
  /** A lucide icon. */
  icon: ReactNode
  size?: 'xs' | 'sm' | 'md' | undefined
  variant?: 'ghost' | 'secondary' | undefined
  /** A key shown in the tooltip and told to assistive technology, e.g. "J" or "Mod+Enter". The caller handles it. */
  shortcut?: string | undefined
  busy?: boolean | undefined
  /** Why it cannot be pressed now; it stays focusable and tells the reason. */
  disabledReason?: string | null | undefined
}

/** A square button with an icon only. Its tooltip needs one `Tooltips` on the page. */
export function IconButton({
  label,
  icon,
  size = 'sm',
  variant = 'ghost',
  shortcut,
  busy = false,
  disabledReason,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
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
        aria-label={label}
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        aria-describedby={clsx(rest['aria-describedby'], disabledReason && reasonId) || undefined}
        aria-keyshortcuts={shortcut?.replace('Mod', 'Control')}
        data-tooltip={disabledReason ? `${label}. ${disabledReason}` : label}
        data-tooltip-keys={shortcut}
        className={clsx(
          'inline-flex shrink-0 items-center justify-center rounded-md border transition-colors select-none',
          SIZES[size],
          VARIANTS[variant],
          disabledReason && 'opacity-45',
          className,
        )}
      >
        {busy ? <Spinner /> : icon}
      </button>
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  )
}

const SIZES = {
  xs: 'size-6 [&_svg]:size-3.5',
  sm: 'size-7 [&_svg]:size-4 pointer-coarse:size-10',
  md: 'size-8 [&_svg]:size-4 pointer-coarse:size-10',
}

const VARIANTS = {
  ghost:
    'border-transparent text-muted not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text aria-expanded:bg-hover aria-expanded:text-text aria-pressed:bg-selected aria-pressed:text-accent',
  secondary:
    'border-line-strong bg-raised text-muted shadow-sm not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-text aria-expanded:bg-hover',
}
