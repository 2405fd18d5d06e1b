import { dateOf, DAY, stampOf } from './calendar.ts'
import type { MadeContact } from './contacts.ts'
import type { LeadFrame } from './lead-frame.ts'
import { momentBetween, type Maker } from './maker.ts'
import { TASKS } from './texts.ts'

/** A task: overdue, due today or later, without a date, or done. */
export function makeTask(maker: Maker, frame: LeadFrame, contacts: readonly MadeContact[]): void {
  const { dice, setup, now } = maker
  const created = momentBetween(dice, Math.max(frame.created, now - 60 * DAY), now)
  const isComplete = maker.isRich && dice.chance(0.25)
  const isDateless = dice.chance(0.1)
  const days = isComplete || dice.chance(0.35) ? -dice.between(1, 20) : dice.between(0, 40)
  const date = dateOf(isDateless ? created : Math.max(created, now + days * DAY))
  const id = maker.newId('task_')
  const text = dice.pick(TASKS)
  const done = momentBetween(dice, created, now)
  const assignedTo = dice.chance(0.85) ? frame.ownerId : dice.pick(setup.userIds)
  const createdDate = stampOf(created)
  const doneDate = stampOf(done)
  const doneId = isComplete ? maker.newId('acti_') : null
  maker.put('task', {
    id,
    _type: 'lead',
    organization_id: setup.organizationId,
    lead_id: frame.id,
    contact_id: contacts.length > 0 && dice.chance(0.3) ? dice.pick(contacts).id : null,
    assigned_to: assignedTo,
    text,
    date,
    due_date: isDateless ? null : date,
    is_dateless: isDateless,
    is_complete: isComplete,
    object_type: doneId === null ? null : 'taskcompleted',
    object_id: doneId,
    created_by: frame.ownerId,
    updated_by: frame.ownerId,
    date_created: createdDate,
    date_updated: isComplete ? doneDate : createdDate,
  })
  if (doneId === null) return
  maker.put('activity', {
    id: doneId,
    _type: 'TaskCompleted',
    organization_id: setup.organizationId,
    lead_id: frame.id,
    user_id: assignedTo,
    activity_at: doneDate,
    task_id: id,
    task_text: text,
    task_assigned_to: assignedTo,
    created_by: assignedTo,
    updated_by: assignedTo,
    date_created: doneDate,
    date_updated: doneDate,
  })
}
