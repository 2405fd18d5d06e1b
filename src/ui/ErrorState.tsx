import { clsx } from 'clsx'
import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'

export type ErrorStateProps = {
  title: string
  /** What happened and what helps, e.g. `describeFailure(failure)`. */
  text: ReactNode
  onRetry?: (() => void) | undefined
  /** A retry is under way. */
  retrying?: boolean | undefined
  /** Further buttons. */
  actions?: ReactNode
  className?: string | undefined
}

/** Stands where content could not be loaded; announced when it appears. */
export function ErrorState({ title, text, onRetry, retrying, actions, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={clsx('flex flex-col items-center justify-center gap-3 px-6 py-12 text-center', className)}
    >
      <span
        aria-hidden
        className="flex size-10 items-center justify-center rounded-lg bg-bad-soft text-bad [&_svg]:size-5"
      >
        <TriangleAlert />
      </span>
      <div className="flex max-w-md flex-col gap-1">
        <p className="text-base font-semibold text-balance">{title}</p>
        <p className="text-sm text-pretty text-muted">{text}</p>
      </div>
      {(onRetry || actions) && (
        <div className="flex flex-wrap justify-center gap-2 pt-1">
          {onRetry && (
            <Button icon={<RotateCw />} onClick={onRetry} busy={retrying}>
              Try again
            </Button>
          )}
          {actions}
        </div>
      )}
    </div>
  )
}
