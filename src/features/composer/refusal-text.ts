import { contactName } from '#fields/custom-text.ts'
import type { Contact } from '#model/lead.ts'
import type { Operation } from '#model/operation.ts'

import { DIRECTIONS, DISPOSITIONS, toCallForm } from './call-form.ts'
import { noteSource } from './note-source.ts'

/** What to say of a note or call that was refused, with its text, and that of somebody else in a conflict. */
export function refusalText(
  operation: Operation,
  why: string,
): { message: string; mine: string | null; theirs: string | null } {
  const thing = operation.object === 'call' ? 'call' : 'note'
  if (operation.do === 'delete') {
    return { message: `The ${thing} was not deleted and is back. ${why}`, mine: null, theirs: null }
  }
  const wanted = operation.do === 'create' ? operation.body : operation.patch
  const mine = textOf(wanted)
  if (operation.state.kind === 'conflict') {
    const message = `Somebody else changed this ${thing} meanwhile.`
    return { message, mine, theirs: textOf(operation.state.theirs) }
  }
  const message =
    operation.do === 'create'
      ? `Your ${thing} was not saved. ${why}`
      : `Your change of a ${thing} was not saved. ${why}`
  return { message, mine, theirs: null }
}

/** The fields of a call besides its note that somebody else changed, too: each with the three values. */
export function callConflicts(operation: Operation) {
  if (operation.do !== 'update' || operation.state.kind !== 'conflict') return []
  const { theirs } = operation.state
  return Object.keys(theirs)
    .filter((field) => field in LABELS)
    .map((field) => ({
      field,
      label: LABELS[field] ?? '',
      mine: operation.patch[field],
      theirs: theirs[field],
      base: operation.base[field],
    }))
}

const LABELS: Readonly<Record<string, string>> = {
  contact_id: 'With',
  disposition: 'Outcome',
  direction: 'Direction',
  duration: 'Minutes',
}

/** How a value of a call reads; "" for none. */
export function callValueText(field: string, value: unknown, contacts: readonly Contact[]): string {
  const { direction, disposition, minutes, contactId } = toCallForm({ [field]: value }, '')
  switch (field) {
    case 'contact_id': {
      const contact = contacts.find(({ id }) => id === contactId)
      return contact ? contactName(contact) : contactId && 'Somebody else'
    }
    case 'disposition':
      return DISPOSITIONS.find(({ id }) => id === disposition)?.label ?? disposition
    case 'direction':
      return DIRECTIONS.find(({ id }) => id === direction)?.label ?? direction
    default:
      return minutes
  }
}

function textOf(fields: Readonly<Record<string, unknown>>): string | null {
  const html = fields['note_html']
  return typeof html === 'string' ? noteSource(html).markup : null
}
