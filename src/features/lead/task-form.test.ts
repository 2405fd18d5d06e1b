import { expect, test } from 'vitest'

import { EMPTY_TASK, toTaskBody, toTaskForm } from './task-form.ts'

test('sends only what was chosen', () => {
  expect(toTaskBody({ ...EMPTY_TASK, text: ' Call Stan ' })).toEqual({ text: 'Call Stan' })
  expect(toTaskBody({ text: 'Call Stan', due: '2026-06-12', assignee: 'user_1' })).toEqual({
    text: 'Call Stan',
    date: '2026-06-12',
    assigned_to: 'user_1',
  })
})

test.for([
  { text: 'Call Stan', due: '2026-06-12', assignee: 'user_1' },
  { text: 'Call Stan', due: '', assignee: null },
])('what was refused stands in the form as it was typed: %j', (form) => {
  expect(toTaskForm({ body: toTaskBody(form) })).toEqual(form)
})
