import type { Operation } from '#model/operation.ts'

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

function textOf(fields: Readonly<Record<string, unknown>>): string | null {
  const html = fields['note_html']
  return typeof html === 'string' ? noteSource(html).markup : null
}
