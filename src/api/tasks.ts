import { taskSchema, type Task } from '#model/lead.ts'

import { listOf, request } from './http.ts'

/** Completed tasks of a lead, of every type, the newest first, with how many there are. Contract 12. */
export async function listDoneTasks(
  leadId: string,
  limit: number,
  signal?: AbortSignal,
): Promise<{ tasks: Task[]; total: number }> {
  const query = {
    lead_id: leadId,
    is_complete: true,
    _type: 'all',
    _order_by: '-date_created',
    _limit: limit,
  }
  const { data, total_results } = await request('GET', '/task/', listOf(taskSchema), { query, signal })
  return { tasks: data, total: total_results ?? data.length }
}
