import { Button } from '#ui/Button.tsx'
import type { ReactNode } from 'react'

/** What was refused and why, at the thing that it is about, with ways out. */
export function Refusal({
  message,
  children,
  onEdit,
  onRetry,
  retryLabel = 'Retry',
  onDiscard,
  discardLabel = 'Discard',
}: {
  message: string
  /** More about it, e.g. both values of a conflict. */
  children?: ReactNode
  onEdit?: (() => void) | undefined
  onRetry: () => void
  retryLabel?: string | undefined
  onDiscard: () => void
  discardLabel?: string | undefined
}) {
  return (
    <div
      role="alert"
      className="my-1 flex flex-wrap items-center gap-1 rounded-md bg-bad-soft px-2 py-1.5 text-xs text-bad"
    >
      <span className="basis-full wrap-break-word">{message}</span>
      {children}
      {onEdit && (
        <Button size="sm" onClick={onEdit}>
          Edit
        </Button>
      )}
      <Button size="sm" onClick={onRetry}>
        {retryLabel}
      </Button>
      <Button size="sm" variant="ghost" onClick={onDiscard}>
        {discardLabel}
      </Button>
    </div>
  )
}
