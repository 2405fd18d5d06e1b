import type { ReactNode } from 'react'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

/** Asks before something that cannot be undone. Focus starts on "Cancel". Open as long as it is rendered. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  busy = false,
  error,
  onConfirm,
  onCancel,
}: {
  /** A question, e.g. "Delete Bluth Company?". */
  title: string
  /** What will happen. */
  children: ReactNode
  /** The verb of the question, e.g. "Delete lead". */
  confirmLabel: string
  busy?: boolean | undefined
  /** Why the last try failed. */
  error?: string | null | undefined
  onConfirm: () => void
  onCancel: () => void
}) {
  return (
    <Dialog
      role="alertdialog"
      size="sm"
      title={title}
      description={children}
      dismissable={false}
      onClose={onCancel}
      footer={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog must take focus, and the safe choice is this one */}
          <Button onClick={onCancel} autoFocus>
            Cancel
          </Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {error && (
        <Banner tone="bad" live>
          {error}
        </Banner>
      )}
    </Dialog>
  )
}
