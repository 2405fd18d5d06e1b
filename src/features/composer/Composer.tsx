import { useChildren } from '#data/use-children.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import { contactName } from '#fields/custom-text.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Contact } from '#model/lead.ts'
import { markupText, noteHtml } from '#model/note-markup.ts'
import { Button } from '#ui/Button.tsx'
import { NotebookPen, PhoneCall } from 'lucide-react'
import { useRef } from 'react'

import { emptyCall, toCallBody, type CallForm as CallValues } from './call-form.ts'
import { CallForm } from './CallForm.tsx'
import { readCallDraft, readNoteDraft } from './composer-draft.ts'
import { NoteForm } from './NoteForm.tsx'

export type ComposerProps = {
  leadId: string
  contacts: readonly Contact[]
  /** The form that is open, and which time one was opened: opened again it takes the focus again. */
  writing: { what: 'note' | 'call'; time: number } | null
  /** Opens a form, or closes it. */
  onWrite: (what: 'note' | 'call' | null) => void
}

/** On top of a lead's timeline: writes a note, logs a call. */
export function Composer({ leadId, contacts, writing, onWrite }: ComposerProps) {
  const notes = useChildren(leadId, 'note')
  const calls = useChildren(leadId, 'call')
  const noteButton = useRef<HTMLButtonElement>(null)
  const callButton = useRef<HTMLButtonElement>(null)
  const what = writing?.what ?? null
  useReturnFocus(what === 'note', noteButton)
  useReturnFocus(what === 'call', callButton)
  const close = () => onWrite(null)

  async function saveNote(markup: string) {
    const text = markupText(markup)
    if ((await notes.create({ note_html: noteHtml(markup) }, text)) === 'settled') return
    announceElsewhere(leadId, `new note ${text}`, 'Your note was not saved.')
  }

  async function saveCall(form: CallValues) {
    const contact = contacts.find(({ id }) => id === form.contactId)
    const name = contact ? contactName(contact) : ''
    if ((await calls.create(toCallBody(form, contacts), name)) === 'settled') return
    announceElsewhere(leadId, `new call ${name}`, 'Your call was not saved.')
  }

  return (
    <div className="flex flex-col gap-2 px-4 pt-3">
      {what === 'note' && (
        <NoteForm
          key={writing?.time}
          draftId={leadId}
          isNew
          onSave={(markup) => void saveNote(markup)}
          onClose={close}
        />
      )}
      {what === 'call' && (
        <CallForm
          key={writing?.time}
          draftId={leadId}
          opened={emptyCall(contacts)}
          contacts={contacts}
          isNew
          onSave={(form) => void saveCall(form)}
          onClose={close}
        />
      )}
      {what === null && (
        <div className="flex flex-wrap gap-2">
          <Button ref={noteButton} icon={<NotebookPen />} onClick={() => onWrite('note')} data-tooltip="W">
            {readNoteDraft(leadId) === null ? 'Write a note' : 'Go on with the note'}
          </Button>
          <Button ref={callButton} icon={<PhoneCall />} onClick={() => onWrite('call')} data-tooltip="C">
            {readCallDraft(leadId) === null ? 'Log a call' : 'Go on with the call'}
          </Button>
        </div>
      )}
    </div>
  )
}
