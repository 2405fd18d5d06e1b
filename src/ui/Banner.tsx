import { clsx } from 'clsx'
import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'

export type BannerTone = 'info' | 'good' | 'warn' | 'bad'

export type BannerProps = {
  tone?: BannerTone | undefined
  children: ReactNode
  /** Buttons at the end. */
  actions?: ReactNode
  onDismiss?: (() => void) | undefined
  /** Announce it when it appears; leave out for one that is there from the start. */
  live?: boolean | undefined
  className?: string | undefined
}

/** A message that stays, above the content it is about. */
export function Banner({ tone = 'info', children, actions, onDismiss, live, className }: BannerProps) {
  const Icon = ICONS[tone]
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined
  return (
    <div
      role={role}
      className={clsx(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-3 py-1.5 text-sm',
        TONES[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-48 text-text">{children}</div>
      {actions}
      {onDismiss && <IconButton label="Dismiss" icon={<X />} size="xs" onClick={onDismiss} />}
    </div>
  )
}

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: TriangleAlert }

const TONES: Record<BannerTone, string> = {
  info: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}
