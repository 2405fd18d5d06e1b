import { retryEdit, useLeadOperations } from '#data/lead-edits.ts'
import { dropOperations, retryOperation } from '#data/ledger.ts'
import { Refusal } from '#fields/Refusal.tsx'
import { describeFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { isUnsettled, type Operation } from '#model/operation.ts'
import { noteHtml } from '#model/note-markup.ts'
import { useState } from 'react'

import { toCallBody, toCallForm } from './call-form.ts'
import { CallForm } from './CallForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import { noteSource } from './note-source.ts'
import { refusalText } from './refusal-text.ts'

/** Notes and calls that the server did not take, or that somebody else changed meanwhile, each with ways out. */
export function RefusedWork({ leadId, contacts }: { leadId: string; contacts: readonly Contact[] }) {
  const refused = useLeadOperations(leadId).filter(
    (one) => (one.object === 'note' || one.object === 'call') && isUnsettled(one),
  )
  return refused.map((operation) => (
    <RefusedOne key={operation.id} operation={operation} contacts={contacts} />
  ))
}

function RefusedOne({ operation, contacts }: { operation: Operation; contacts: readonly Contact[] }) {
  const [isEditing, setEditing] = useState(false)
  const close = () => setEditing(false)
  if (isEditing && operation.do !== 'delete') {
    const wanted = operation.do === 'create' ? operation.body : operation.patch
    const html = typeof wanted['note_html'] === 'string' ? wanted['note_html'] : ''
    const source = noteSource(html)
    const isNew = operation.do === 'create'
    const again = (body: Record<string, unknown>) =>
      operation.do === 'create'
        ? retryOperation(operation, { body, tries: 0 })
        : retryOperation(operation, { patch: { ...operation.patch, ...body }, tries: 0 })
    if (operation.object === 'call' && isNew) {
      return (
        <CallForm
          draftId={operation.id}
          opened={toCallForm(wanted, source.markup)}
          contacts={contacts}
          isNew
          onSave={(form) => again(toCallBody(form, contacts))}
          onClose={close}
        />
      )
    }
    return (
      <NoteForm
        draftId={operation.id}
        opened={source.markup}
        isWhole={source.isWhole}
        isNew={isNew}
        onSave={(markup) => again({ note_html: noteHtml(markup) })}
        onClose={close}
      />
    )
  }
  const isConflict = operation.state.kind === 'conflict'
  const why = operation.state.kind === 'failed' ? describeFailure(operation.state.failure) : ''
  const { message, mine, theirs } = refusalText(operation, why)
  return (
    <Refusal
      message={message}
      onEdit={operation.do === 'delete' || isConflict ? undefined : () => setEditing(true)}
      onRetry={() => (operation.do === 'update' ? retryEdit(operation) : retryOperation(operation))}
      retryLabel={isConflict ? 'Keep mine' : 'Retry'}
      onDiscard={() => dropOperations([operation.id])}
      discardLabel={isConflict ? 'Keep theirs' : 'Discard'}
    >
      {mine !== null && (
        <blockquote className="basis-full border-l-2 border-line-strong pl-2 whitespace-pre-line text-text">
          {mine}
        </blockquote>
      )}
      {theirs !== null && (
        <div className="basis-full text-text">
          <span className="text-muted">Theirs:</span>
          <blockquote className="border-l-2 border-line-strong pl-2 whitespace-pre-line">{theirs}</blockquote>
        </div>
      )}
    </Refusal>
  )
}
