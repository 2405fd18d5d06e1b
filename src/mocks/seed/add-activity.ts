import { stampOf } from './calendar.ts'
import type { LeadFrame } from './lead-frame.ts'
import type { Maker } from './maker.ts'

/** Puts an activity of `type` on a lead, by the lead's owner unless `own` says otherwise; returns its id. */
export function addActivity(
  maker: Maker,
  frame: LeadFrame,
  type: string,
  at: number,
  own: Readonly<Record<string, unknown>>,
): string {
  const date = stampOf(at)
  const id = maker.newId('acti_')
  const author = own['user_id'] ?? frame.ownerId
  maker.put('activity', {
    id,
    _type: type,
    organization_id: maker.setup.organizationId,
    lead_id: frame.id,
    contact_id: null,
    user_id: author,
    users: [],
    activity_at: date,
    created_by: author,
    updated_by: author,
    date_created: date,
    date_updated: date,
    ...own,
  })
  return id
}
