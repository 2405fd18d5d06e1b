import * as check from '#mocks/engine/http/validate.ts'
import { readKnown } from '#mocks/engine/http/validate.ts'
import { cleanHtml, htmlOfText, textOfHtml } from '#mocks/engine/note-text.ts'
import { stamp } from '#mocks/engine/stamp.ts'
import { attachments, optionalText, type ActivityKind } from './kind.ts'

/** `note` and `note_html` from either of them; the rich text wins. Source: Notes; contract 13. */
export function readNoteTexts(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof given['note_html'] === 'string') {
    const html = cleanHtml(given['note_html'])
    return { note: textOfHtml(html), note_html: html }
  }
  return typeof given['note'] === 'string'
    ? { note: given['note'], note_html: htmlOfText(given['note']) }
    : {}
}

/** Notes; a pinned one tells since when. Source: Notes; contract 13. */
export const NOTE: ActivityKind = {
  type: 'Note',
  path: 'note',
  writes: ['POST', 'PUT', 'DELETE'],
  read({ call, body, before, problems }) {
    const given = readKnown(
      body,
      {
        note: check.emptyAs('', check.text),
        note_html: optionalText,
        title: optionalText,
        pinned: check.bool,
        attachments,
      },
      problems,
    )
    const { note: _note, note_html: _html, ...rest } = given
    const wasPinned = before?.['pinned'] === true
    const isPinned = (given['pinned'] ?? wasPinned) === true
    const pinnedAt = isPinned ? (wasPinned ? before?.['pinned_at'] : stamp(call.now)) : null
    const blank = before ? {} : { note: '', note_html: htmlOfText(''), title: null, attachments: [] }
    return { ...blank, ...rest, ...readNoteTexts(given), pinned: isPinned, pinned_at: pinnedAt }
  },
}
