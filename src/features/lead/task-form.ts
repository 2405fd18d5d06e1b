import type { Creation } from '#model/operation.ts'
import * as z from 'zod/mini'

import { dueDay } from './task-due.ts'

export const taskFormSchema = z.object({
  text: z.string(),
  /** A day, or "" for none. */
  due: z.string(),
  /** A user's id; null for the person themselves, whoever that is. */
  assignee: z.nullable(z.string()),
})

/** A new task as its form has it. */
export type TaskFormValues = z.infer<typeof taskFormSchema>

export const EMPTY_TASK: TaskFormValues = { text: '', due: '', assignee: null }

/** What makes the task. Without an assignee the server takes whoever asks. Source: contract 12. */
export function toTaskBody({ text, due, assignee }: TaskFormValues): Readonly<Record<string, unknown>> {
  return {
    text: text.trim(),
    ...(due !== '' && { date: due }),
    ...(assignee !== null && { assigned_to: assignee }),
  }
}

/** The form of a task that was refused, to be corrected. */
export function toTaskForm({ body }: Pick<Creation, 'body'>): TaskFormValues {
  const { text, date, assigned_to: assignee } = body
  return {
    text: typeof text === 'string' ? text : '',
    due: (typeof date === 'string' && dueDay({ date, is_dateless: false })) || '',
    assignee: typeof assignee === 'string' ? assignee : null,
  }
}

/** Where the draft of a lead's new task is kept. */
export function taskDraftName(leadId: string): string {
  return `task-draft:${leadId}`
}
