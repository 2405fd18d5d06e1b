import { retryEdit } from '#data/lead-edits.ts'
import { dropOperations, retryOperation } from '#data/ledger.ts'
import { ConflictValues } from '#fields/ConflictValues.tsx'
import { Refusal } from '#fields/Refusal.tsx'
import { focusBefore } from '#lib/focus-before.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Activity } from '#model/activity.ts'
import { describeFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { markupText, noteHtml } from '#model/note-markup.ts'
import type { Operation } from '#model/operation.ts'
import { useRef, useState } from 'react'

import { toCallBody, toCallForm, toCallPatch } from './call-form.ts'
import { CallForm } from './CallForm.tsx'
import { keepDraft } from './composer-draft.ts'
import { NoteForm } from './NoteForm.tsx'
import { noteSource } from './note-source.ts'
import { callConflicts, callValueText, refusalText } from './refusal-text.ts'

/**
 * What was refused of a note or call, or changed by somebody else meanwhile: why, and ways out. Edit opens the form
 * in its place with what was wanted.
 */
export function RefusedActivity({
  operation,
  activity,
  contacts,
  later,
}: {
  operation: Operation
  /** As it stands above; undefined where it is out of sight. */
  activity: Activity | undefined
  contacts: readonly Contact[]
  /** What else waits of it. */
  later: readonly Operation[]
}) {
  const [isEditing, setEditing] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  useReturnFocus(isEditing, editButton)
  const draft = { id: operation.id, kind: operation.object === 'call' ? 'call' : 'note' } as const

  function again(fields: Readonly<Record<string, unknown>>, text: string) {
    if (place.current) focusBefore(place.current)
    const about = { ...operation.about, object: text }
    if (operation.do === 'update') {
      retryOperation(operation, { about, patch: { ...operation.patch, ...fields }, tries: 0 })
    } else if (operation.do === 'create') {
      // What was changed of it since is in the form, too.
      dropOperations(later.map(({ id }) => id))
      retryOperation(operation, { about, body: fields, tries: 0 })
    }
  }

  if (isEditing && operation.do !== 'delete') {
    const isNew = operation.do === 'create'
    const wanted: Partial<Activity> = isNew
      ? (activity ?? operation.body)
      : { ...(activity ?? operation.base), ...operation.patch }
    const source = noteSource(wanted.note_html, wanted.note ?? '')
    const shared = { draftId: draft.id, isNew, isRefused: true, onClose: () => setEditing(false) }
    const opened = toCallForm(wanted, source.markup)
    const isFixed = wanted['source'] === 'Close.io'
    return (
      <div ref={place} className="py-1">
        {draft.kind === 'call' ? (
          <CallForm
            {...shared}
            {...{ opened, contacts, isFixed }}
            onSave={(form) =>
              again(
                isNew ? toCallBody(form, contacts) : toCallPatch(opened, form, isFixed),
                operation.about.object ?? '',
              )
            }
          />
        ) : (
          <NoteForm
            {...shared}
            opened={source.markup}
            isWhole={source.isWhole}
            onSave={(markup) => again({ note_html: noteHtml(markup) }, markupText(markup))}
          />
        )}
      </div>
    )
  }

  const isConflict = operation.state.kind === 'conflict'
  const why = operation.state.kind === 'failed' ? describeFailure(operation.state.failure) : ''
  const { message, mine, theirs } = refusalText(operation, why)
  // A new one stands above with its text.
  const isQuoted = mine !== null && !(activity && operation.do === 'create')
  return (
    <Refusal
      message={message}
      onEdit={operation.do === 'delete' || isConflict ? undefined : () => setEditing(true)}
      editRef={editButton}
      onRetry={() => (operation.do === 'update' ? retryEdit(operation) : retryOperation(operation))}
      retryLabel={isConflict ? 'Keep mine' : 'Retry'}
      onDiscard={() => {
        keepDraft(draft, null)
        dropOperations([operation.id])
      }}
      discardLabel={isConflict ? 'Keep theirs' : operation.do === 'delete' ? 'Keep it' : 'Discard'}
    >
      {isQuoted && <Quote label={isConflict ? 'Mine' : null} text={mine} />}
      {theirs !== null && <Quote label="Theirs" text={theirs} />}
      {callConflicts(operation).map(({ field, label, ...values }) => (
        <div key={field} className="basis-full">
          <p className="pt-1 text-text">{label}</p>
          <ConflictValues {...values} valueText={(value) => callValueText(field, value, contacts)} />
        </div>
      ))}
    </Refusal>
  )
}

function Quote({ label, text }: { label: string | null; text: string }) {
  return (
    <div className="basis-full text-text">
      {label && <span className="text-muted">{label}:</span>}
      <blockquote dir="auto" className="border-l-2 border-line-strong pl-2 whitespace-pre-line">
        {text}
      </blockquote>
    </div>
  )
}
