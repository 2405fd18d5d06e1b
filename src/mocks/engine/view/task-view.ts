import { contactNameOf, leadNameOf, userName } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import { localDate } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { AUTHORED_BY_NAME } from './authored.ts'
import { derived, optional, stored, type View, type ViewContext } from './view.ts'

/**
 * Where a task is shown: `archive` once it is complete, `inbox` when it is due by the end of the caller's
 * today or has no date of its own, else `future`. Source: Tasks; contract 12.
 */
export function taskView(task: Rec, ctx: ViewContext): 'inbox' | 'future' | 'archive' {
  if (task['is_complete'] === true) return 'archive'
  if (task['is_dateless'] === true) return 'inbox'
  const date = textOf(task, 'date')?.slice(0, 10)
  return !date || date <= localDate(ctx.now, ctx.tzOffsetHours ?? 0) ? 'inbox' : 'future'
}

/** A task as the API sends it. Source: Tasks; contract 12. */
export const TASK_VIEW: View = {
  _type: stored('_type', 'lead'),
  id: stored('id'),
  organization_id: stored('organization_id'),
  lead_id: stored('lead_id'),
  lead_name: derived('lead_id', leadNameOf),
  contact_id: stored('contact_id'),
  contact_name: derived('contact_id', contactNameOf),
  assigned_to: stored('assigned_to'),
  assigned_to_name: derived('assigned_to', userName),
  text: stored('text', ''),
  date: stored('date'),
  due_date: stored('due_date'),
  is_dateless: stored('is_dateless', false),
  is_complete: stored('is_complete', false),
  view: (_reader, task, ctx) => taskView(task, ctx),
  object_type: stored('object_type'),
  object_id: stored('object_id'),
  priority: optional('priority'),
  resolution: optional('resolution'),
  agent_config_id: optional('agent_config_id'),
  ...AUTHORED_BY_NAME,
}
