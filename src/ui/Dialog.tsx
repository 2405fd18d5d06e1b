import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './IconButton.tsx'

export type DialogProps = {
  title: string
  /** A sentence under the title, read with it. */
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the main one last; stays in view while the body scrolls. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg' | undefined
  role?: 'dialog' | 'alertdialog' | undefined
  /** Whether a press outside closes it; switch off where typed text would be lost. Escape always closes. */
  dismissable?: boolean | undefined
  onClose: () => void
}

/**
 * A modal dialog, open as long as it is rendered; on phones a sheet over the whole screen (a small one rises
 * from the bottom). Focus is kept inside and returns to where it was.
 */
export function Dialog({
  title,
  description,
  children,
  footer,
  size = 'md',
  role = 'dialog',
  dismissable = true,
  onClose,
}: DialogProps) {
  const descriptionId = useId()
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className="overlay fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:p-4 sm:pt-[12vh]"
    >
      <Modal
        className={clsx(
          'sheet w-full bg-raised shadow-pop sm:w-full sm:rounded-lg',
          size === 'sm' ? 'rounded-t-lg' : 'h-full sm:h-auto',
          SIZES[size],
        )}
      >
        <AriaDialog
          role={role}
          {...(description ? { 'aria-describedby': descriptionId } : {})}
          className="flex h-full max-h-dvh flex-col outline-none sm:max-h-[76vh]"
        >
          <header className={clsx('flex items-start gap-2 px-4 pt-3.5', children ? 'pb-2' : 'pb-4')}>
            <div className="min-w-0 flex-1">
              <Heading slot="title" level={2} className="text-base font-semibold text-balance">
                {title}
              </Heading>
              {description && (
                <p id={descriptionId} className="pt-0.5 text-sm text-pretty text-muted">
                  {description}
                </p>
              )}
            </div>
            <IconButton
              label="Close"
              icon={<X />}
              onClick={onClose}
              className="-mt-1 -mr-1.5 pointer-coarse:-mt-2"
            />
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-4 py-2">{children}</div>}
          {footer && (
            <footer
              data-sticky-footer
              className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
            >
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

const SIZES = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' }
