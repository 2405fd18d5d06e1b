import { atServer } from '#api/clock.ts'
import { createChild, deleteChild, getChild, newestChildren, updateChild, type Child } from '#api/children.ts'
import { deleteLead, getLead, updateLead } from '#api/leads.ts'
import { checkUpdate, isSameValue, setFields } from '#model/conflict.ts'
import { fieldValue } from '#model/field-value.ts'
import type { Lead } from '#model/lead.ts'
import { batchPatch } from '#model/operation-plan.ts'
import type { Creation, Operation, Update } from '#model/operation.ts'

import { isNotFound } from './lead-queries.ts'

type Fields = Readonly<Record<string, unknown>>

/** What came of sending a batch. */
export type Delivery = {
  /** Acknowledged, or found to be there already. */
  done: readonly Operation[]
  /** Not sent: somebody changed the fields meanwhile. `theirs` are these fields as they are now. */
  conflicts: readonly { update: Update; theirs: Fields }[]
  /** The object as the server has it now; null after a deletion. */
  answer: Lead | Child | null
}

export type DeliveryContext = {
  /** The object as it was heard of in the last seconds; undefined when it has to be read again. */
  heard: (operation: Operation) => Fields | undefined
  /** The user's own id, where it is known. */
  me: string | undefined
  signal: AbortSignal
}

/** Sends one batch of `planRequest`. Throws `ApiError` when it was not settled. */
export async function deliver(batch: readonly Operation[], context: DeliveryContext): Promise<Delivery> {
  const [first] = batch
  if (!first) return { done: [], conflicts: [], answer: null }
  switch (first.do) {
    case 'update':
      return deliverUpdates(batch as readonly Update[], context)
    case 'create':
      return { done: batch, conflicts: [], answer: await deliverCreation(first, context) }
    case 'delete':
      await deliverDeletion(first, context)
      return { done: batch, conflicts: [], answer: null }
  }
}

async function deliverUpdates(batch: readonly Update[], context: DeliveryContext): Promise<Delivery> {
  const [first] = batch as [Update]
  const { signal } = context
  const compares = batch.some((update) => setFields(update).some((field) => field in update.base))
  const isNew = batch.every(({ tries }) => tries === 0)
  const now = compares || !isNew ? await present(first, isNew, context) : undefined
  // A lost answer looks like a colleague's change where the server writes a value its own way.
  const isOwn = !isNew && now !== undefined && context.me !== undefined && now['updated_by'] === context.me

  const done: Update[] = []
  const send: Update[] = []
  const conflicts: { update: Update; theirs: Fields }[] = []
  for (const update of batch) {
    const check = now ? checkUpdate(update, now) : 'send'
    if (check === 'conflict' && !isOwn) conflicts.push({ update, theirs: pick(now ?? {}, setFields(update)) })
    else if (check === 'done' && !isNew) done.push(update)
    else send.push(update)
  }
  if (send.length === 0) return { done, conflicts, answer: (now as Lead | Child | undefined) ?? null }
  const patch = batchPatch(send)
  const answer =
    first.object === 'lead'
      ? await updateLead(first.objectId, patch, signal)
      : await updateChild(first.object, first.objectId, patch, signal)
  return { done: [...done, ...send], conflicts, answer }
}

/** The object as it is on the server at this moment, or was a moment ago. */
async function present(update: Update, isNew: boolean, { heard, signal }: DeliveryContext): Promise<Fields> {
  const recent = isNew ? heard(update) : undefined
  if (recent) return recent
  if (update.object === 'lead') return getLead(update.objectId, signal)
  return getChild(update.object, update.objectId, signal)
}

/** A second `POST` would make a second thing, so one that may have arrived is looked for first. */
async function deliverCreation(creation: Creation, { signal, me }: DeliveryContext): Promise<Child> {
  if (creation.tries > 0) {
    const children = await newestChildren(creation.object, creation.leadId, signal)
    const arrived = children.find((child) => isArrived(child, creation, me))
    if (arrived) return arrived
  }
  return createChild(creation.object, { ...creation.body, lead_id: creation.leadId }, signal)
}

/** What the server dates before the request was made by more than this, in milliseconds, is something else. */
const CLOCK_DIFFERENCE_MS = 2 * 60_000

/** Whether a child is what the request of this creation made: new since then, by the same person, and the same. */
function isArrived(child: Child, creation: Creation, me: string | undefined): boolean {
  if (creation.known.includes(child.id)) return false
  const made = Date.parse(String(child['date_created']))
  if (Number.isFinite(made) && made < atServer(creation.at) - CLOCK_DIFFERENCE_MS) return false
  if (me !== undefined && typeof child['created_by'] === 'string' && child['created_by'] !== me) return false
  return Object.entries(creation.body).every(([field, value]) => {
    const there = child[field]
    // The server adds keys to each line of a list (contract 10), and may write HTML its own way (13).
    if (field.endsWith('_html')) return plain(there) === plain(value)
    if (Array.isArray(value) && Array.isArray(there)) return covers(there, value)
    return isSameValue(field, there, value)
  })
}

function covers(there: readonly unknown[], wanted: readonly unknown[]): boolean {
  return (
    there.length === wanted.length &&
    wanted.every((item, i) => {
      if (typeof item !== 'object' || item === null) return there[i] === item
      const line = there[i] as Fields | undefined
      return Object.entries(item as Fields).every(([key, value]) => isSameValue(key, line?.[key], value))
    })
  )
}

function plain(html: unknown): string {
  return String(html)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

async function deliverDeletion(operation: Operation, { signal }: DeliveryContext): Promise<void> {
  try {
    if (operation.object === 'lead') await deleteLead(operation.objectId, { signal })
    else await deleteChild(operation.object, operation.objectId, signal)
  } catch (error) {
    if (!isNotFound(error)) throw error // gone is what was wanted
  }
}

function pick(object: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.map((field) => [field, fieldValue(object, field)]))
}
