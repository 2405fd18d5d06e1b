import * as check from '#mocks/engine/http/validate.ts'
import { readKnown } from '#mocks/engine/http/validate.ts'
import { cleanHtml, textOfHtml } from '#mocks/engine/note-text.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { optionalText, outcomeFor, type ActivityKind } from './kind.ts'

/** Meetings come from calendars; what a person may add is theirs to edit. Source: contract 13; Meetings. */
export const MEETING: ActivityKind = {
  type: 'Meeting',
  path: 'meeting',
  writes: ['PUT', 'DELETE'],
  read(input) {
    const given = readKnown(
      input.body,
      { title: check.text, user_note_html: optionalText, outcome_id: outcomeFor(input, 'meetings') },
      input.problems,
    )
    const html = given['user_note_html']
    if (html === undefined) return given
    const note = typeof html === 'string' ? cleanHtml(html) : null
    return {
      ...given,
      user_note_html: note,
      user_note: note === null ? null : textOfHtml(note),
      user_note_date_updated: stamp(input.call.now),
    }
  },
}
