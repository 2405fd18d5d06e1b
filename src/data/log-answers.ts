import type { Lead, Task } from '#model/lead.ts'
import { LIST_OF, type Operation } from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import { leadKeys } from './keys.ts'
import { knownLead } from './known-row.ts'
import { refreshLists } from './lead-mutations.ts'
import { heardAt, noteActivity, noteGone, noteRealId, noteTask } from './ledger.ts'
import { rememberLead } from './remember-lead.ts'

/* What the server's answers to operations mean for what this tab knows. */

/** A comparison with what the server told this long ago is good enough, in milliseconds. */
const FRESH_MS = 3_000

type Fields = Readonly<Record<string, unknown>>

/** The whole lead with what the server answered to a write of it or of something below it. */
export function leadAfter(
  client: QueryClient,
  operation: Operation,
  answer: Fields | null,
): Lead | undefined {
  if (operation.object === 'lead') return answer ? (answer as Lead) : undefined
  const key = LIST_OF[operation.object]
  const lead = knownLead(client, operation.leadId)
  if (!lead || key === undefined) return undefined
  const list = (lead as Fields)[key] as Fields[]
  const others = list.filter((child) => child['id'] !== (answer?.['id'] ?? operation.objectId))
  const at = list.findIndex((child) => child['id'] === answer?.['id'])
  const isHere = answer !== null && answer['lead_id'] === operation.leadId
  if (isHere) others.splice(at === -1 ? others.length : at, 0, answer)
  return { ...lead, [key]: others }
}

/** What acknowledged operations mean for the cache. */
export function rememberAnswer(
  client: QueryClient,
  done: readonly Operation[],
  lead: Lead | undefined,
  answer: Fields | null,
): void {
  if (lead) rememberLead(client, lead)
  const [first] = done
  if (first?.object === 'note' || first?.object === 'call') {
    noteActivity(first.leadId, idOf(first, answer), answer)
  }
  if (first?.object === 'task') noteTask(idOf(first, answer), answer as Task | null)
  for (const operation of done) {
    if (operation.object === 'lead' && operation.do === 'delete') {
      noteGone(operation.objectId, { kind: 'deleted' })
      client.removeQueries({ queryKey: leadKeys.detail(operation.objectId) })
      refreshLists(client)
    } else if (operation.object !== 'lead') {
      void client.invalidateQueries({ queryKey: leadKeys.detail(operation.leadId) })
      const movedTo = operation.do === 'update' ? operation.patch['lead_id'] : undefined
      if (typeof movedTo === 'string') void client.invalidateQueries({ queryKey: leadKeys.detail(movedTo) })
    }
  }
}

/** The object as the server told it within the last seconds. */
export function heardLately(client: QueryClient, operation: Operation): Fields | undefined {
  if (Date.now() - (heardAt.get(operation.leadId) ?? 0) > FRESH_MS) return undefined
  const lead: Fields | undefined = knownLead(client, operation.leadId)
  if (operation.object === 'lead') return lead
  const key = LIST_OF[operation.object]
  const list = key === undefined ? undefined : lead?.[key]
  return Array.isArray(list)
    ? (list as Fields[]).find((child) => child['id'] === operation.objectId)
    : undefined
}

/** Notes the id that the server gave to what an operation made. */
export function noteIds(operation: Operation, answer: Fields | null): void {
  const id = answer?.['id']
  if (operation.do === 'create' && typeof id === 'string') noteRealId(operation.objectId, id)
}

/** The id under which the server knows what an operation is about. */
function idOf(operation: Operation, answer: Fields | null): string {
  const id = answer?.['id']
  return typeof id === 'string' ? id : operation.objectId
}
