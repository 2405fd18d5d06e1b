import { clsx } from 'clsx'
import type { ReactNode, RefObject } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'

/**
 * A small panel beside its trigger, open as long as it is rendered. Focus moves in, Escape and a press outside
 * close it, focus returns. Most callers want `PopoverButton`, which loads it when needed.
 */
export function Popover({
  label,
  triggerRef,
  align = 'start',
  className,
  onClose,
  children,
}: {
  /** The accessible name of the panel. */
  label: string
  triggerRef: RefObject<Element | null>
  align?: 'start' | 'end' | undefined
  className?: string | undefined
  onClose: () => void
  children: ReactNode
}) {
  return (
    <AriaPopover
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      triggerRef={triggerRef}
      placement={`bottom ${align}`}
      offset={4}
      className="pop flex max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-lg bg-raised shadow-pop outline-none"
    >
      <AriaDialog aria-label={label} className={clsx('min-h-0 overflow-auto p-3 outline-none', className)}>
        {children}
      </AriaDialog>
    </AriaPopover>
  )
}
