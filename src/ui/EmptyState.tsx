import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type EmptyStateProps = {
  title: string
  /** What to do about it, in a sentence. */
  text?: ReactNode
  /** A lucide icon. */
  icon?: ReactNode
  /** Buttons, the likeliest first. */
  actions?: ReactNode
  headingLevel?: 2 | 3 | undefined
  className?: string | undefined
}

/** Says why a place is empty and what to do next. */
export function EmptyState({ title, text, icon, actions, headingLevel = 2, className }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div
      className={clsx('flex flex-col items-center justify-center gap-3 px-6 py-12 text-center', className)}
    >
      {icon && (
        <span
          aria-hidden
          className="flex size-10 items-center justify-center rounded-lg border border-line bg-sunken text-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <div className="flex max-w-md flex-col gap-1">
        <Heading className="text-base font-semibold text-balance">{title}</Heading>
        {text && <p className="text-sm text-pretty text-muted">{text}</p>}
      </div>
      {actions && <div className="flex flex-wrap justify-center gap-2 pt-1">{actions}</div>}
    </div>
  )
}
