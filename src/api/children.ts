import type { ChildType } from '#model/operation.ts'
import * as z from 'zod/mini'

import { anyBody, listOf, request } from './http.ts'

/** Where each kind of thing below a lead has its endpoint. Source: contract 10 to 13. */
const PATHS: Readonly<Record<ChildType, string>> = {
  contact: '/contact/',
  task: '/task/',
  opportunity: '/opportunity/',
  note: '/activity/note/',
  call: '/activity/call/',
}

const childSchema = z.looseObject({ id: z.string() })
export type Child = z.infer<typeof childSchema>

type Body = Readonly<Record<string, unknown>>

/** One child as it is now. Contract 10 to 13. */
export function getChild(type: ChildType, id: string, signal?: AbortSignal): Promise<Child> {
  return request('GET', pathOf(type, id), childSchema, { signal })
}

/** Makes a child. `body.lead_id` is needed: without it Close makes a new lead for some kinds (contract 10, 11). */
export function createChild(
  type: ChildType,
  body: Body & { lead_id: string },
  signal?: AbortSignal,
): Promise<Child> {
  return request('POST', PATHS[type], childSchema, { body, signal })
}

/** Patches a child: only the named fields change, lists are replaced. Contract 3, 10 to 13. */
export function updateChild(type: ChildType, id: string, patch: Body, signal?: AbortSignal): Promise<Child> {
  return request('PUT', pathOf(type, id), childSchema, { body: patch, signal })
}

/** Deletes a child. A second time it answers 404. Contract 3. */
export async function deleteChild(type: ChildType, id: string, signal?: AbortSignal): Promise<void> {
  await request('DELETE', pathOf(type, id), anyBody, { signal })
}

/** The newest children of a lead of one kind, at most 100, to find out whether a lost request arrived. */
export async function newestChildren(
  type: ChildType,
  leadId: string,
  signal?: AbortSignal,
): Promise<Child[]> {
  const query = { lead_id: leadId, _limit: 100, ...(type === 'task' && { _type: 'all' }), ...ORDER[type] }
  return (await request('GET', PATHS[type], listOf(childSchema), { query, signal })).data
}

/** Contacts come in no order that can be asked for (contract 10); a lead rarely has more than 100. */
const ORDER: Partial<Record<ChildType, { _order_by: string }>> = {
  task: { _order_by: '-date_created' },
  opportunity: { _order_by: '-date_created' },
}

function pathOf(type: ChildType, id: string): string {
  return `${PATHS[type]}${encodeURIComponent(id)}/`
}
