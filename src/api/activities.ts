import * as z from 'zod/mini'

import { listOf, request } from './http.ts'

const activitySchema = z.looseObject({
  id: z.string(),
  _type: z.string(),
  lead_id: z.nullish(z.string()),
  date_created: z.optional(z.string()),
})
export type Activity = z.infer<typeof activitySchema>

const eventSchema = z.looseObject({
  id: z.string(),
  action: z.string(),
  object_type: z.string(),
  object_id: z.string(),
  meta: z.optional(z.looseObject({})),
})
export type LeadEvent = z.infer<typeof eventSchema>

/** One page of a lead's activities of one or all types. At most 100 a page. Contract 13. */
export async function listActivities(
  params: { leadId: string; type?: string; limit?: number; skip?: number },
  signal?: AbortSignal,
): Promise<{ data: Activity[]; hasMore: boolean }> {
  const query = {
    lead_id: params.leadId,
    _type: params.type,
    _limit: params.limit ?? 100,
    _skip: params.skip,
  }
  const page = await request('GET', '/activity/', listOf(activitySchema), { query, signal })
  return { data: page.data, hasMore: page.has_more ?? false }
}

/** What happened to one object lately, newest first. Kept 30 days. Contract 19. */
export async function listEvents(
  params: { objectId: string; action: string },
  signal?: AbortSignal,
): Promise<LeadEvent[]> {
  const query = { object_id: params.objectId, action: params.action, _limit: 50 }
  return (await request('GET', '/event/', listOf(eventSchema), { query, signal })).data
}
