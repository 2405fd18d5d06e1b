import type { Task } from '#model/lead.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { groupTasks, taskGroup } from './task-groups.ts'

const ZONES = ['Pacific/Honolulu', 'Europe/Berlin', 'Pacific/Kiritimati'] as const
const TODAY = '2026-06-12'

const task = (id: string, rest: Partial<Task> = {}): Task => ({ id, text: id, ...rest })

test.for(ZONES)('groups by the calendar in %s, late ones first', (zone) => {
  const groups = groupTasks(
    [
      task('dateless', { date: '2026-06-01', is_dateless: true }),
      task('later', { date: '2026-06-13' }),
      task('newer today', { date: TODAY, date_created: '2026-06-02T08:00:00.000000+00:00' }),
      task('today', { date: TODAY, date_created: '2026-06-01T08:00:00.000000+00:00' }),
      task('just made', { date: TODAY }),
      task('late', { date: '2026-06-11' }),
      task('very late', { date: '2025-12-31' }),
    ],
    TODAY,
    zone,
  )
  expect(groups.map(({ label, tasks }) => [label, tasks.map(({ id }) => id)])).toEqual([
    ['Overdue', ['very late', 'late']],
    ['Today', ['today', 'newer today', 'just made']],
    ['Later', ['later']],
    ['No date', ['dateless']],
  ])
})

test.for([
  ['Pacific/Honolulu', 'overdue'],
  ['Europe/Berlin', 'today'],
  ['Pacific/Kiritimati', 'today'],
] as const)('a moment early in the day is in %s %s', ([zone, group]) => {
  expect(taskGroup(task('one', { date: '2026-06-12T03:00:00.000000+00:00' }), TODAY, zone)).toBe(group)
})

test('every task stands in one group, whatever it is due', () => {
  const day = fc
    .integer({ min: -400, max: 400 })
    .map((days) => new Date(Date.UTC(2026, 5, 12 + days)).toISOString().slice(0, 10))
  const any = fc.record({ date: fc.option(day), is_dateless: fc.boolean() })
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const tasks = list.map((rest, i) => task(String(i), rest))
      const shown = groupTasks(tasks, TODAY).flatMap((group) => group.tasks.map(({ id }) => id))
      expect(shown.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted())
    }),
  )
})
