import { expect, test } from 'vitest'

import { withActivityChanges, type ActivityReading, type WrittenActivity } from './activity-overlay.ts'
import { activitySchema, ALL_ACTIVITIES, type Activity } from './activity.ts'
import type { Operation } from './operation.ts'
import type { Me } from './organization.ts'

const note = (id: string, day: number, more: Record<string, unknown> = {}): Activity =>
  activitySchema.parse({
    id,
    _type: 'Note',
    lead_id: 'lead_1',
    note: `note ${id}`,
    activity_at: `2026-03-0${day}T09:00:00+00:00`,
    date_updated: `2026-03-0${day}T09:00:00+00:00`,
    ...more,
  })
const read = [note('acti_3', 3), note('acti_1', 1)]
const reading: ActivityReading = { filter: ALL_ACTIVITIES, hasOlder: true, readAt: 1_000 }
const me = { id: 'user_1', first_name: 'Robin', last_name: 'Hale', organizations: [] } as unknown as Me

const common = {
  id: 'a',
  leadId: 'lead_1',
  tab: 't',
  at: Date.UTC(2026, 2, 4),
  notBefore: 0,
  about: { lead: 'Bluth' },
  tries: 0,
  state: { kind: 'waiting' as const },
}
const creation: Operation = {
  ...common,
  do: 'create',
  object: 'note',
  objectId: 'new_1',
  body: { note_html: '<body><p>Hi</p></body>' },
  known: [],
}
const edit: Operation = {
  ...common,
  do: 'update',
  object: 'note',
  objectId: 'acti_1',
  patch: { note_html: '<body><p>New</p></body>' },
  base: {},
}
const deletion: Operation = { ...common, do: 'delete', object: 'note', objectId: 'acti_3', was: {} }

const shown = (written: readonly WrittenActivity[], operations: readonly Operation[], more = {}) =>
  withActivityChanges(read, { ...reading, ...more }, written, operations, me)
const ids = (activities: readonly Activity[]) => activities.map(({ id }) => id)

test('a note on its way stands on top, by whom and when', () => {
  const [first, ...rest] = shown([], [creation])
  expect(first).toMatchObject({ id: 'new_1', _type: 'Note', user_name: 'Robin Hale', user_id: 'user_1' })
  expect(first?.activity_at).toBe('2026-03-04T00:00:00.000Z')
  expect(ids(rest)).toEqual(['acti_3', 'acti_1'])
})

test('an edit shows its text alone, a deletion nothing', () => {
  const [only, ...rest] = shown([], [edit, deletion])
  expect(only).toMatchObject({ id: 'acti_1', note: null, note_html: '<body><p>New</p></body>' })
  expect(rest).toEqual([])
})

test('of what was refused only a new one is drawn, where it was written', () => {
  const state = { kind: 'failed', failure: { kind: 'network' } } as const
  expect(shown([], [{ ...edit, state }])).toEqual(read)
  expect(shown([], [{ ...deletion, state }])).toEqual(read)
  expect(ids(shown([], [{ ...creation, state }]))).toEqual(['new_1', 'acti_3', 'acti_1'])
})

test.each<[string, WrittenActivity, object, string[]]>([
  [
    'a new one is added',
    { id: 'acti_4', activity: note('acti_4', 4), at: 2_000 },
    {},
    ['acti_4', 'acti_3', 'acti_1'],
  ],
  [
    'unless the list was read long after',
    { id: 'acti_4', activity: note('acti_4', 4), at: 2_000 },
    { readAt: 90_000 },
    ['acti_3', 'acti_1'],
  ],
  [
    'or it is older than what was read',
    { id: 'acti_0', activity: note('acti_0', 1, { activity_at: '2026-02-01' }), at: 2_000 },
    {},
    ['acti_3', 'acti_1'],
  ],
  [
    'or is of another kind',
    { id: 'acti_4', activity: note('acti_4', 4), at: 2_000 },
    { filter: { ...ALL_ACTIVITIES, types: ['Call'] } },
    ['acti_3', 'acti_1'],
  ],
  ['a deleted one goes', { id: 'acti_3', activity: null, at: 2_000 }, {}, ['acti_1']],
])('of what the server answered, %s', (_what, answer, more, expected) => {
  expect(ids(shown([answer], [], more))).toEqual(expected)
})

test('of two answers about one the newer counts', () => {
  const newer = note('acti_3', 3, { note: 'newer', date_updated: '2026-03-05T09:00:00+00:00' })
  const older = note('acti_3', 3, { note: 'older', date_updated: '2026-03-01T09:00:00+00:00' })
  expect(shown([{ id: 'acti_3', activity: newer, at: 0 }], [])[0]?.note).toBe('newer')
  expect(shown([{ id: 'acti_3', activity: older, at: 0 }], [])[0]?.note).toBe('note acti_3')
})
