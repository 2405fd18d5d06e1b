import type { Contact } from '#model/lead.ts'
import { expect, test } from 'vitest'

import { emptyCall, readMinutes, toCallBody, toCallForm, toCallPatch } from './call-form.ts'

const asha: Contact = { id: 'cont_1', name: 'Asha', phones: [{ phone: '+447700900123' }] }

test.each<[string, number | null]>([
  ['', 0],
  ['3', 180],
  ['2.5', 150],
  ['2,5', 150],
  ['2:30', 150],
  ['0:05', 5],
  ['2:75', null],
  ['soon', null],
  ['-1', null],
])('%j minutes are %s seconds', (text, seconds) => {
  expect(readMinutes(text)).toBe(seconds)
})

test('a call is logged with what was filled in', () => {
  const form = { ...emptyCall([asha]), disposition: 'no-answer', note: '**later**' }
  expect(toCallBody(form, [asha])).toEqual({
    direction: 'outbound',
    disposition: 'no-answer',
    status: 'no-answer',
    duration: 0,
    contact_id: 'cont_1',
    phone: '+447700900123',
    note_html: '<body><p><strong>later</strong></p></body>',
  })
  expect(toCallBody({ ...emptyCall([]), disposition: '' }, [])).toEqual({
    direction: 'outbound',
    duration: 0,
  })
})

test('an edit of a call sends what was changed, and of one made inside Close what may be', () => {
  const opened = toCallForm({ direction: 'inbound', disposition: 'answered', duration: 90 }, 'a')
  expect(opened.minutes).toBe('1:30')
  expect(toCallPatch(opened, opened, false)).toEqual({})
  const form = { ...opened, minutes: '2', note: 'b', direction: 'outbound', disposition: '' }
  const note_html = '<body><p>b</p></body>'
  expect(toCallPatch(opened, form, false)).toEqual({
    note_html,
    disposition: null,
    direction: 'outbound',
    duration: 120,
  })
  expect(toCallPatch(opened, form, true)).toEqual({ note_html, disposition: null })
})
