import { leadRowSchema, leadSchema, type Lead, type LeadRow } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import type { QueryNode } from '#model/search.ts'
import * as z from 'zod/mini'

import { anyBody, listOf, request } from './http.ts'

/** One page of leads. `GET /lead/`, contract 8.3: `_limit` at most 200, `_skip` at most 35000. */
export function listLeads(
  params: { limit: number; skip?: number; fields?: readonly string[]; ids?: readonly string[] },
  signal?: AbortSignal,
): Promise<{ data: LeadRow[]; total_results?: number | undefined; has_more?: boolean | undefined }> {
  const query = {
    _limit: params.limit,
    _skip: params.skip,
    _fields: params.fields,
    id__in: params.ids,
  }
  return request('GET', '/lead/', listOf(leadRowSchema), { query, signal })
}

/** A whole lead. `GET /lead/{id}/`; 404 when it was deleted or merged away. */
export function getLead(id: string, signal?: AbortSignal): Promise<Lead> {
  return request('GET', `/lead/${encodeURIComponent(id)}/`, leadSchema, { signal })
}

/** Named fields of a lead, Smart Fields among them. Source: contract 8.2. */
export function getLeadFields(id: string, fields: readonly string[], signal?: AbortSignal) {
  return request('GET', `/lead/${encodeURIComponent(id)}/`, z.looseObject({}), {
    query: { _fields: fields },
    signal,
  })
}

/** Creates a lead with its contacts, addresses and custom fields; answers the whole lead. Contract 8.4. */
export function createLead(
  body: Readonly<Record<string, unknown>>,
  options: { background?: boolean } = {},
): Promise<Lead> {
  return request('POST', '/lead/', leadSchema, { ...options, body })
}

/** Patches a lead; only the named fields change. Answers the whole lead. Contract 8.6. */
export function updateLead(id: string, patch: Patch, signal?: AbortSignal): Promise<Lead> {
  return request('PUT', `/lead/${encodeURIComponent(id)}/`, leadSchema, { body: patch, signal })
}

/** Deletes a lead with all that hangs below it. There is no undo on the server. Contract 8.7. */
export async function deleteLead(
  id: string,
  options: { keepalive?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  await request('DELETE', `/lead/${encodeURIComponent(id)}/`, anyBody, options)
}

/** Folds `source` into `destination`; the work may go on after the answer. Contract 9. */
export async function mergeLead(pair: { source: string; destination: string }): Promise<void> {
  await request('POST', '/lead/merge/', anyBody, { body: pair })
}

export type LeadSearch = {
  query: QueryNode
  sort: unknown[]
  fields: readonly string[]
  limit: number
  cursor?: string | null
  counts?: boolean
}

const searchAnswer = z.looseObject({
  data: z.array(leadRowSchema),
  cursor: z.nullish(z.string()),
  count: z.nullish(z.looseObject({ limited: z.number(), total: z.number() })),
})

/** One page of a search. A cursor lives 30 s; a walk ends after 10,000 leads. Contract 18. */
export function searchLeads(
  search: LeadSearch,
  signal?: AbortSignal,
  options: { background?: boolean } = {},
): Promise<z.infer<typeof searchAnswer>> {
  const body = {
    query: search.query,
    sort: search.sort,
    _fields: { lead: search.fields },
    _limit: search.limit,
    cursor: search.cursor ?? null,
    include_counts: search.counts ?? false,
  }
  return request('POST', '/data/search/', searchAnswer, { ...options, body, signal })
}
