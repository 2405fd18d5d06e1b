import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import { pageOf, type PageRule } from '#mocks/engine/http/paging.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { textOf } from '#mocks/engine/record.ts'
import { leadsOfQuery } from '#mocks/engine/lead-search.ts'
import { leadIdsByCreated } from '#mocks/engine/search/sort-index.ts'
import { serializeLead } from '#mocks/engine/serialize.ts'
import { laggingReader } from '#mocks/engine/stale-reads.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { createLead, removeLead, updateLead } from '#mocks/engine/writes/leads.ts'
import { find, send } from './crud.ts'

const PAGE: PageRule = { maxLimit: 200, maxSkip: 35_000, modern: true }

/** `GET /lead/`: newest first [guess]; `id__in` and the deprecated `query` narrow it. Source: contract 8.3. */
export function listLeads(call: Call): Reply {
  const reader = laggingReader(call)
  const ids = listedIds(call, reader)
  const page = pageOf(call, ids, PAGE)
  const leads = page.items.flatMap((id) => reader.get('lead', id) ?? [])
  return ok({
    has_more: page.has_more,
    total_results: ids.length,
    data: leads.map((lead) => serializeLead(reader, lead, call.fields, call)),
  })
}

/** `POST /lead/`. Source: contract 8.4. */
export function postLead(call: Call): Reply {
  return send(call, 'lead', createLead(call, call.body))
}

/** `GET /lead/{id}/`; where reads lag, a deleted lead still answers for a while. Source: contract 3, 8.5. */
export function getLead(call: Call): Reply {
  const id = call.params['id'] ?? ''
  if (call.tx.get('lead', id)) return send(call, 'lead', find(call, 'lead', 'Lead'))
  const stale = call.past.get('lead', id)
  if (call.past === call.state || !stale) throw notFound('Lead')
  return ok(serializeLead(call.past, stale, call.fields, call))
}

/** `PUT /lead/{id}/`. Source: contract 8.6. */
export function putLead(call: Call): Reply {
  return send(call, 'lead', updateLead(call, find(call, 'lead', 'Lead'), call.body))
}

/** `DELETE /lead/{id}/`; needs `delete_leads`. Source: contract 8.7. */
export function deleteLead(call: Call): Reply {
  demandPermission(call, 'delete_leads')
  removeLead(call, find(call, 'lead', 'Lead'))
  return ok({})
}

function listedIds(call: Call, reader: Reader): readonly string[] {
  const idIn = call.query.get('id__in')
  const query = call.query.get('query')
  const found = query ? leadsOfQuery(call, query) : undefined
  if (idIn === undefined) return found ?? leadIdsByCreated(call.past)
  const named = namedIds(reader, idIn)
  if (!found) return named
  const wanted = new Set(named)
  return found.filter((id) => wanted.has(id))
}

function namedIds(reader: Reader, idIn: string): string[] {
  const names = new Set(idIn.split(',').map((id) => id.trim()))
  const leads = [...names].flatMap((id) => reader.get('lead', id) ?? [])
  return leads.sort(newestFirst).map((lead) => lead.id)
}

function newestFirst(a: Rec, b: Rec): number {
  const [left, right] = [textOf(a, 'date_created') ?? '', textOf(b, 'date_created') ?? '']
  if (left !== right) return left < right ? 1 : -1
  return a.id < b.id ? -1 : 1
}
