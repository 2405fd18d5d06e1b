import type { Task } from '#model/lead.ts'

/** What a task that Close made by itself is about, e.g. "Missed call"; null for one that a person wrote. Contract 12. */
export function taskKind({ _type: type }: Task): string | null {
  if (!type || type === 'lead') return null
  const known = KINDS.get(type)
  if (known) return known
  const words = type.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a task says: its text, or for what Close made the subject or the beginning of what came in. */
export function taskText(task: Task): string {
  const said = [task.text, task['subject'], task['body_preview'], task['phone_formatted'], task['phone']]
  return said.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? ''
}

/** What people call a task in a sentence. */
export function taskName(task: Task): string {
  return taskText(task) || taskKind(task) || 'Task without text'
}

const KINDS = new Map([
  ['incoming_email', 'Incoming email'],
  ['email_followup', 'Email follow-up'],
  ['missed_call', 'Missed call'],
  ['answered_detached_call', 'Answered call'],
  ['voicemail', 'Voicemail'],
  ['opportunity_due', 'Opportunity due'],
  ['incoming_sms', 'Incoming SMS'],
  ['outgoing_call', 'Call to make'],
])
