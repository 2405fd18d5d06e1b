import { Button } from '#ui/Button.tsx'
import type { ReactNode, RefObject } from 'react'

import { NoteButton } from './NoteButton.tsx'

/** What was refused and why, at the thing that it is about, with ways out. */
export function Refusal({
  message,
  children,
  onEdit,
  editRef,
  onRetry,
  retryLabel = 'Retry',
  onDiscard,
  discardLabel = 'Discard',
}: {
  message: string
  /** More about it, e.g. both values of a conflict. */
  children?: ReactNode
  onEdit?: (() => void) | undefined
  /** The button for that, which the focus comes back to. */
  editRef?: RefObject<HTMLButtonElement | null> | undefined
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
        <Button ref={editRef} size="sm" onClick={onEdit}>
          Edit
        </Button>
      )}
      <NoteButton onPress={onRetry}>{retryLabel}</NoteButton>
      <NoteButton isQuiet onPress={onDiscard}>
        {discardLabel}
      </NoteButton>
    </div>
  )
}
