import { Button } from '#ui/Button.tsx'
import { Kbd } from '#ui/Kbd.tsx'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'

/**
 * The frame of a form for a note or a call: Ctrl or ⌘ and Enter saves, Escape closes it and keeps what was typed.
 */
export function WorkForm({
  title,
  saveLabel,
  discardLabel,
  children,
  onSave,
  onDiscard,
  onClose,
}: {
  title: string
  saveLabel: string
  discardLabel: string
  children: ReactNode
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
      className="flex flex-col gap-2.5 rounded-lg border border-line bg-raised p-3 shadow-sm"
    >
      {children}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto hidden items-center gap-1 text-xs text-faint sm:flex">
          <Kbd keys="Mod+Enter" /> saves
        </span>
        <Button onClick={onDiscard}>{discardLabel}</Button>
        <Button type="submit" variant="primary">
          {saveLabel}
        </Button>
      </div>
    </form>
  )
}
