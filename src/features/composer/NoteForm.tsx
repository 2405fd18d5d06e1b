import { InlineForm } from '#ui/InlineForm.tsx'
import { useState } from 'react'

import { keepDraft, readNoteDraft } from './composer-draft.ts'
import { NoteBox } from './NoteBox.tsx'

/** Writes a note, or changes one. What is typed is kept in this browser until it is saved or thrown away. */
export function NoteForm({
  draftId,
  opened = '',
  isWhole = true,
  isNew,
  isRefused = false,
  onSave,
  onClose,
}: {
  /** Of the lead for a new note, of the note for a change, of what was refused for that. */
  draftId: string
  /** The note as it is, in markup. */
  opened?: string | undefined
  /** False when saving loses some of the note's looks. */
  isWhole?: boolean | undefined
  isNew: boolean
  /** It was not taken as it is: saved as it is it is sent again. */
  isRefused?: boolean | undefined
  onSave: (markup: string) => void
  onClose: () => void
}) {
  const place = { id: draftId, kind: 'note' } as const
  const [markup, setMarkup] = useState(() => readNoteDraft(draftId) ?? opened)
  const [problem, setProblem] = useState<string | null>(null)

  function change(next: string) {
    setMarkup(next)
    setProblem(null)
    keepDraft(place, next.trim() === opened.trim() ? null : next)
  }

  function save() {
    if (markup.trim() === '') return setProblem('Write something first.')
    keepDraft(place, null)
    if (isNew || isRefused || markup.trim() !== opened.trim()) onSave(markup)
    onClose()
  }

  return (
    <InlineForm
      title={isNew ? 'New note' : 'Edit note'}
      saveLabel="Save note"
      discardLabel={isNew && !isRefused ? 'Discard' : 'Cancel'}
      className="flex flex-col gap-2.5"
      onSave={save}
      onDiscard={() => {
        keepDraft(place, null)
        onClose()
      }}
      onClose={onClose}
    >
      <NoteBox
        label="Note"
        value={markup}
        error={problem}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this form
        autoFocus
        onChange={change}
      />
      {!isWhole && (
        <p className="text-xs text-warn">
          Some of this note’s formatting, such as pictures or colours, is not known here and is lost when you
          save.
        </p>
      )}
    </InlineForm>
  )
}
