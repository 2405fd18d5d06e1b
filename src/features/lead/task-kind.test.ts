import { expect, test } from 'vitest'

import { taskKind, taskName } from './task-kind.ts'

test.for([
  [{ text: 'Call Stan' }, null, 'Call Stan'],
  [{ _type: 'lead', text: 'Call Stan' }, null, 'Call Stan'],
  [{ _type: 'lead', text: ' ' }, null, 'Task without text'],
  [{ _type: 'incoming_email', subject: 'Re: offer', text: null }, 'Incoming email', 'Re: offer'],
  [{ _type: 'missed_call', phone_formatted: '+1 949 555 0143' }, 'Missed call', '+1 949 555 0143'],
  [{ _type: 'voicemail' }, 'Voicemail', 'Voicemail'],
  [{ _type: 'smoke_signal' }, 'Smoke signal', 'Smoke signal'],
] as const)('%j is of kind %s and called %s', ([task, kind, name]) => {
  expect(taskKind({ id: 'task_1', ...task })).toBe(kind)
  expect(taskName({ id: 'task_1', ...task })).toBe(name)
})
