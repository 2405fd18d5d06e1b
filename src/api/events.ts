import { logEventSchema, type LogEvent } from '#model/log-event.ts'
import * as z from 'zod/mini'

import { request } from './http.ts'

const eventPage = z.looseObject({ data: z.array(logEventSchema), cursor_next: z.nullish(z.string()) })

/**
 * One page of all that happened in the organisation, the latest first, at most 50; with `after` (milliseconds
 * since the epoch) only what was written later. Sent when nobody waits for the line. Source: contract 19.
 */
export async function listLogEvents(
  { after, cursor }: { after: number | null; cursor: string | null },
  signal?: AbortSignal,
): Promise<{ data: LogEvent[]; next: string | null }> {
  const query = {
    date_updated__gt: after === null ? undefined : new Date(after).toISOString(),
    _cursor: cursor ?? undefined,
    _limit: 50,
  }
  const page = await request('GET', '/event/', eventPage, { query, signal, background: true })
  return { data: page.data, next: page.cursor_next ?? null }
}
