import { deleteChildSoon } from '#data/child-deletion.ts'
import { UNDO_MS } from '#data/lead-deletion.ts'
import { useChildren, useObjectOperations } from '#data/use-children.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import type { Activity } from '#model/activity.ts'
import type { Contact } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import { markupText, noteHtml } from '#model/note-markup.ts'
import { isUnsettled } from '#model/operation.ts'
import { Button } from '#ui/Button.tsx'
import { showToast } from '#ui/toast.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'

import { toCallForm, toCallPatch } from './call-form.ts'
import { CallForm } from './CallForm.tsx'
import { readCallDraft, readNoteDraft } from './composer-draft.ts'
import { NoteForm } from './NoteForm.tsx'
import { noteSource } from './note-source.ts'

/** An opened note or call of the person's own: what it says, and ways to change and delete it. */
export function OwnActivity({
  leadId,
  activity,
  contacts,
  children,
}: {
  leadId: string
  activity: Activity
  contacts: readonly Contact[]
  /** What it says. */
  children: ReactNode
}) {
  const client = useQueryClient()
  const object = activity._type === 'Call' ? 'call' : 'note'
  const ways = useChildren(leadId, object)
  const [isEditing, setEditing] = useState(
    () => (object === 'call' ? readCallDraft(activity.id) : readNoteDraft(activity.id)) !== null,
  )
  const editButton = useRef<HTMLButtonElement>(null)
  useReturnFocus(isEditing, editButton)
  const isRefused = useObjectOperations(activity.id).some(isUnsettled)
  const source = noteSource(activity.note_html, activity.note ?? '')

  async function save(patch: Patch, text: string) {
    if (Object.keys(patch).length === 0) return
    const base = Object.fromEntries(Object.keys(patch).map((key) => [key, activity[key]]))
    if ((await ways.update(activity.id, patch, text, { base })) === 'settled') return
    announceElsewhere(leadId, `edit ${activity.id}`, `Your change of a ${object} was not saved.`)
  }

  function remove() {
    const headlines = [...(editButton.current?.closest('section')?.querySelectorAll('[data-activity]') ?? [])]
    const own = headlines.findIndex((one) => one.getAttribute('data-activity') === activity.id)
    const next = headlines[own + 1] ?? headlines[own - 1]
    const name = markupText(source.markup)
    const undo = deleteChildSoon(client, { leadId, object, id: activity.id }, { name, was: activity })
    showToast({
      kind: 'good',
      message: object === 'call' ? 'Deleted the call' : 'Deleted the note',
      duration: UNDO_MS,
      action: { label: 'Undo', onAction: undo },
    })
    if (next instanceof HTMLElement) next.focus()
  }

  if (isEditing && object === 'note') {
    return (
      <NoteForm
        draftId={activity.id}
        opened={source.markup}
        isWhole={source.isWhole}
        isNew={false}
        onSave={(markup) => void save({ note_html: noteHtml(markup) }, markupText(markup))}
        onClose={() => setEditing(false)}
      />
    )
  }
  if (isEditing) {
    const opened = toCallForm(activity, source.markup)
    const isFixed = activity['source'] === 'Close.io'
    return (
      <CallForm
        draftId={activity.id}
        opened={opened}
        contacts={contacts}
        isNew={false}
        isFixed={isFixed}
        onSave={(form) => void save(toCallPatch(opened, form, isFixed), markupText(form.note))}
        onClose={() => setEditing(false)}
      />
    )
  }
  // That has to be decided first.
  if (isRefused) return children
  return (
    <div className="flex flex-col gap-1.5">
      {children}
      <div className="flex gap-1">
        <Button
          ref={editButton}
          variant="ghost"
          size="sm"
          icon={<Pencil />}
          onClick={() => setEditing(true)}
        >{`Edit ${object}`}</Button>
        <Button variant="ghost" size="sm" icon={<Trash2 />} onClick={remove}>{`Delete ${object}`}</Button>
      </div>
    </div>
  )
}
