/** What an activity is to a person: its icon, and what the type filter puts it under. */
export type ActivityKind =
  | 'note'
  | 'call'
  | 'email'
  | 'message'
  | 'meeting'
  | 'status'
  | 'opportunity'
  | 'task'
  | 'merge'
  | 'created'
  | 'other'

const KINDS: Readonly<Record<string, ActivityKind>> = {
  Note: 'note',
  Call: 'call',
  Email: 'email',
  EmailThread: 'email',
  SMS: 'message',
  WhatsAppMessage: 'message',
  Meeting: 'meeting',
  LeadStatusChange: 'status',
  OpportunityStatusChange: 'opportunity',
  TaskCompleted: 'task',
  LeadMerge: 'merge',
  Created: 'created',
}

/** The kind of an activity of the API's `_type`. */
export function activityKind(type: string): ActivityKind {
  return KINDS[type] ?? 'other'
}

const MESSAGES = ['SMS', 'WhatsAppMessage']

/** What the type filter offers, with the API's types behind each; none stands for all. Source: contract 13. */
export const TYPE_CHOICES: readonly { id: string; label: string; types: readonly string[] }[] = [
  { id: 'all', label: 'All types', types: [] },
  { id: 'talk', label: 'Communication', types: ['Call', 'Email', ...MESSAGES, 'Meeting'] },
  { id: 'notes', label: 'Notes', types: ['Note'] },
  { id: 'calls', label: 'Calls', types: ['Call'] },
  { id: 'emails', label: 'Emails', types: ['Email'] },
  { id: 'messages', label: 'Text messages', types: MESSAGES },
  { id: 'meetings', label: 'Meetings', types: ['Meeting'] },
  { id: 'statuses', label: 'Status changes', types: ['LeadStatusChange', 'OpportunityStatusChange'] },
  { id: 'tasks', label: 'Completed tasks', types: ['TaskCompleted'] },
  { id: 'other', label: 'Other', types: ['Created', 'LeadMerge', 'FormSubmission', 'Custom'] },
]
