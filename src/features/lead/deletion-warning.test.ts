import { expect, test } from 'vitest'

import { goesWithLead, type ActivityCount } from './deletion-warning.ts'

const lead = (contacts: number, tasks: number, opportunities: number) => ({
  contacts: Array.from({ length: contacts }, (_, i) => ({ id: `cont_${i}` })),
  tasks: Array.from({ length: tasks }, (_, i) => ({ id: `task_${i}` })),
  opportunities: Array.from({ length: opportunities }, (_, i) => ({ id: `oppo_${i}` })),
})

const cases: [string | null, ReturnType<typeof lead>, ActivityCount][] = [
  ['2 contacts, 1 task, 3 opportunities and 14 activities', lead(2, 1, 3), { count: 14, more: false }],
  ['1 contact and 1 activity', lead(1, 0, 0), { count: 1, more: false }],
  ['more than 1,000 activities', lead(0, 0, 0), { count: 1000, more: true }],
  ['1 contact and its activities (counting them…)', lead(1, 0, 0), 'counting'],
  ['1 contact and its activities (they could not be counted)', lead(1, 0, 0), 'unknown'],
  [null, lead(0, 0, 0), { count: 0, more: false }],
]

test.each(cases)('says %s', (text, what, activities) => {
  expect(goesWithLead(what, activities)).toBe(text)
})
