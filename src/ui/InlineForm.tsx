import { clsx } from 'clsx'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Kbd } from './Kbd.tsx'

/**
 * The frame of a form that opens where its thing will stand. Ctrl or ⌘ and Enter saves from any input, Enter from
 * those of one line; Escape closes it and keeps what was typed, the other button throws that away.
 */
export function InlineForm({
  title,
  saveLabel,
  discardLabel,
  children,
  footer,
  className,
  onSave,
  onDiscard,
  onClose,
}: {
  /** The accessible name. */
  title: string
  saveLabel: string
  discardLabel: string
  children: ReactNode
  /** Beside the buttons, in place of the key that saves. */
  footer?: ReactNode
  /** How the children are laid out. */
  className: string
  onSave: () => void
  /** Throws away what was typed. */
  onDiscard: () => void
  /** Keeps it for later. */
  onClose: () => void
}) {
  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSave && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isSave) onSave()
    else onClose()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    onSave()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole form
    <form
      aria-label={title}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      className={clsx('rounded-lg border border-line bg-raised p-3 shadow-sm', className)}
    >
      {children}
      <div className="col-span-full flex flex-wrap items-end gap-2">
        {footer ?? (
          <span className="hidden items-center gap-1 self-center text-xs text-faint sm:flex">
            <Kbd keys="Mod+Enter" /> saves
          </span>
        )}
        <span className="ml-auto flex gap-2">
          <Button onClick={onDiscard}>{discardLabel}</Button>
          <Button type="submit" variant="primary">
            {saveLabel}
          </Button>
        </span>
      </div>
    </form>
  )
}
