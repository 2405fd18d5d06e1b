import { activitySchema, type Activity, type ActivityFilter } from '#model/activity.ts'
import { leadEventSchema, type LeadEvent } from '#model/lead-change.ts'
import * as z from 'zod/mini'

import { listOf, request } from './http.ts'

/** The most that the server answers at once. Source: contract 6. */
export const ACTIVITY_PAGE = 100
const EVENT_PAGE = 50

/** One page of what happened on a lead, the latest first, after leaving out `skip`. Source: contract 13. */
export async function listActivityPage(
  leadId: string,
  { types, userId, before }: ActivityFilter,
  { skip = 0, limit = ACTIVITY_PAGE }: { skip?: number; limit?: number },
  signal?: AbortSignal,
): Promise<{ data: Activity[]; hasMore: boolean }> {
  const query = {
    lead_id: leadId,
    _type__in: types.length > 0 ? types : undefined,
    user_id: userId ?? undefined,
    // Dates may only be filtered by the key that is sorted by.
    activity_at__lt: before ?? undefined,
    _order_by: '-activity_at',
    _limit: limit,
    _skip: skip,
  }
  const page = await request('GET', '/activity/', listOf(activitySchema), { query, signal })
  // An empty page that promises more would be asked for again and again.
  return { data: page.data, hasMore: page.has_more === true && page.data.length > 0 }
}

const eventPage = z.looseObject({ data: z.array(leadEventSchema), cursor_next: z.nullish(z.string()) })

/** One page of a lead's own changes, the latest first. They are kept 30 days. Source: contract 19. */
export async function listLeadEvents(
  leadId: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<{ data: LeadEvent[]; next: string | null }> {
  const query = {
    lead_id: leadId,
    object_type: 'lead',
    _limit: EVENT_PAGE,
    _cursor: cursor ?? undefined,
  }
  const page = await request('GET', '/event/', eventPage, { query, signal })
  return { data: page.data, next: page.cursor_next ?? null }
}
