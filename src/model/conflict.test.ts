import { expect, test } from 'vitest'

import { checkUpdate } from './conflict.ts'
import type { Update } from './operation.ts'
import { whyNotUndone } from './undo.ts'

const update = (patch: Update['patch'], base: Update['base']): Update => ({
  id: 'a',
  leadId: 'lead_1',
  tab: 't',
  at: 0,
  notBefore: 0,
  object: 'task',
  objectId: 'task_1',
  about: { lead: 'Bluth' },
  tries: 0,
  state: { kind: 'waiting' },
  do: 'update',
  patch,
  base,
})
/** As the server has a task without a date: with the day it was made. */
const dateless = { date: '2026-03-04', is_dateless: true }
const dated = (date: string) => ({ date, is_dateless: false })

test.each<[string, Update, Record<string, unknown>, ReturnType<typeof checkUpdate>]>([
  ['nobody dated meanwhile', update({ date: '2026-03-10' }, { date: null }), dateless, 'send'],
  [
    'somebody dated meanwhile',
    update({ date: '2026-03-10' }, { date: null }),
    dated('2026-03-11'),
    'conflict',
  ],
  [
    'somebody dated meanwhile with the day it was made',
    update({ date: '2026-03-10' }, { date: null }),
    dated('2026-03-04'),
    'conflict',
  ],
  [
    'somebody took the date of meanwhile',
    update({ date: '2026-03-10' }, { date: '2026-03-09' }),
    dateless,
    'conflict',
  ],
  ['both took the date of', update({ date: null }, { date: '2026-03-09' }), dateless, 'done'],
])('dating a task that %s', (_what, one, now, expected) => {
  expect(checkUpdate(one, now)).toBe(expected)
})

test('a date that was taken away can be given back while the task has none', () => {
  const taken = update({ date: null }, { date: '2026-03-09' })
  expect(whyNotUndone(taken, dateless)).toBeNull()
  expect(whyNotUndone(taken, dated('2026-03-04'))).toBe('changed')
})
