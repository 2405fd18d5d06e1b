import { FieldHintContext } from '#fields/field-hint.ts'
import { useState, type KeyboardEvent, type ReactNode } from 'react'

import { FieldHistoryButton, loadHistory } from './FieldHistoryButton.tsx'
import { MarkedField } from './MarkedField.tsx'

/**
 * The frame of one field whose history can be looked at: a button shows while the pointer or the keyboard is in
 * the field, and Alt+H presses it from anywhere inside. So the Tab key goes from field to field without a second
 * stop at each; only where nothing else in the field can have the focus does the button take one.
 */
export function HistoryField({
  leadId,
  field,
  label,
  isStatic = false,
  children,
}: {
  leadId: string
  /** A wire key such as `status_id` or `custom.cf_…`. */
  field: string
  /** What people call the field. */
  label: string
  /** Its value is only shown, e.g. because this person may not change it. */
  isStatic?: boolean | undefined
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented || !isHistoryKey(event)) return
    event.preventDefault()
    setOpen(true)
  }

  return (
    <MarkedField
      leadId={leadId}
      field={field}
      className="group/field relative"
      onKeyDown={onKeyDown}
      onFocus={loadHistory}
    >
      <FieldHistoryButton
        {...{ leadId, field, label, isOpen }}
        tabIndex={isStatic ? 0 : -1}
        onOpenChange={setOpen}
      />
      <FieldHintContext value={isStatic ? null : HINT}>{children}</FieldHintContext>
    </MarkedField>
  )
}

const HINT = 'History: Alt+H'

/** With Option a Mac types a sign in place of the letter; elsewhere the letter counts, wherever its key is. */
function isHistoryKey({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (!altKey || ctrlKey || metaKey || shiftKey) return false
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'h' : code === 'KeyH'
}
