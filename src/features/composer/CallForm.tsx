import { contactName } from '#fields/custom-text.ts'
import type { Contact } from '#model/lead.ts'
import { InlineForm } from '#ui/InlineForm.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useState } from 'react'

import { DIRECTIONS, DISPOSITIONS, readMinutes, type CallForm as Values } from './call-form.ts'
import { keepDraft, readCallDraft } from './composer-draft.ts'
import { NoteBox } from './NoteBox.tsx'

/** Logs a call, or changes one. What is filled in is kept in this browser until it is saved or thrown away. */
export function CallForm({
  draftId,
  opened,
  contacts,
  isNew,
  isRefused = false,
  isFixed = false,
  onSave,
  onClose,
}: {
  /** Of the lead for a new call, of the call for a change, of what was refused for that. */
  draftId: string
  /** The form as it is without a draft. */
  opened: Values
  contacts: readonly Contact[]
  isNew: boolean
  /** It was not taken as it is. */
  isRefused?: boolean | undefined
  /** It was made inside Close: how long it was and who called is known there. */
  isFixed?: boolean | undefined
  onSave: (form: Values) => void
  onClose: () => void
}) {
  const place = { id: draftId, kind: 'call' } as const
  const [form, setForm] = useState(() => readCallDraft(draftId) ?? opened)
  const [problem, setProblem] = useState<string | null>(null)

  function change(part: Partial<Values>) {
    const next = { ...form, ...part }
    setForm(next)
    setProblem(null)
    keepDraft(place, JSON.stringify(next) === JSON.stringify(opened) ? null : next)
  }

  function save() {
    if (!isFixed && readMinutes(form.minutes) === null) {
      return setProblem('Minutes such as 3, 2.5 or 2:30.')
    }
    keepDraft(place, null)
    onSave(form)
    onClose()
  }

  return (
    <InlineForm
      title={isNew ? 'New call' : 'Edit call'}
      saveLabel={isNew ? 'Log call' : 'Save call'}
      discardLabel={isNew && !isRefused ? 'Discard' : 'Cancel'}
      className="flex flex-col gap-2.5"
      onSave={save}
      onDiscard={() => {
        keepDraft(place, null)
        onClose()
      }}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-2.5">
        <SelectField
          label="With"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
          autoFocus
          emptyLabel="Nobody in particular"
          options={contacts.map((contact) => ({ id: contact.id, label: contactName(contact) }))}
          value={form.contactId}
          onChange={(event) => change({ contactId: event.target.value })}
        />
        <SelectField
          label="Outcome"
          emptyLabel="Not said"
          options={DISPOSITIONS}
          value={form.disposition}
          onChange={(event) => change({ disposition: event.target.value })}
        />
        {!isFixed && (
          <>
            <SelectField
              label="Direction"
              options={DIRECTIONS}
              value={form.direction}
              onChange={(event) => change({ direction: event.target.value })}
            />
            <TextField
              label="Minutes"
              inputMode="decimal"
              placeholder="0"
              value={form.minutes}
              error={problem}
              onChange={(event) => change({ minutes: event.target.value })}
            />
          </>
        )}
      </div>
      <NoteBox label="Call note" value={form.note} onChange={(note) => change({ note })} />
    </InlineForm>
  )
}
