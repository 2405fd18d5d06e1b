import { isCustomKey } from '#model/custom-key.ts'
import { fieldValue } from '#model/field-value.ts'
import type { LeadRow } from '#model/lead.ts'
import { patchedFields, type Patch } from '#model/lead-patch.ts'
import {
  isUnsettled,
  LIST_OF,
  type ChildType,
  type Creation,
  type Deletion,
  type ObjectType,
  type Operation,
  type Update,
} from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import { knownLead, knownRow } from './known-row.ts'
import { ledger, noteOperation, realId } from './ledger.ts'

/*
 * What a person does to a lead and what hangs below it. It shows on the screen in the same moment, is kept on
 * disk until the server has acknowledged it, and reaches the server by the log (`log.ts`).
 */

type Fields = Readonly<Record<string, unknown>>

/** Where an object is: the lead itself, or something below it. */
export type Place = { leadId: string; object: ObjectType; id: string }

/** What the caller knows better than the cache does. */
export type Hints = {
  about?: Partial<Operation['about']>
  by?: 'undo' | 'redo'
  /** Milliseconds that it can still be taken back before it is sent. */
  delay?: number
  /** The fields as the server had them, where they are not part of a lead (notes, calls). */
  base?: Fields
}

/** Distinguishes this page from the other tabs. */
export const TAB = crypto.randomUUID().slice(0, 8)
let made = 0

/** Changes fields of a lead or of something below it. Of a list only the values that change are named (`.add`, `.remove`). */
export function noteUpdate(client: QueryClient, place: Place, patch: Patch, hints: Hints = {}): Update {
  const object = hints.base ?? serverObject(client, place)
  const fields = patchedFields(patch)
  const known = object === undefined ? [] : fields.filter((field) => isRead(object, field))
  const update: Update = {
    ...common(client, place, hints),
    do: 'update',
    patch,
    base: Object.fromEntries(known.map((field) => [field, fieldValue(object ?? {}, field)])),
  }
  noteOperation(update)
  return update
}

/** Makes something below a lead. It has an id of its own until the server gives it one. */
export function noteCreation(
  client: QueryClient,
  place: { leadId: string; object: ChildType },
  body: Fields,
  { as, ...hints }: Hints & { as?: string } = {},
): Creation {
  const list = serverList(client, place)
  const id = `new_${nextId()}`
  const creation: Creation = {
    ...common(client, { ...place, id }, hints),
    object: place.object,
    do: 'create',
    body,
    known: list.map((child) => String(child['id'])),
    ...(as !== undefined && { as }),
  }
  noteOperation(creation)
  return creation
}

/** Deletes a lead or something below it. `was` names it when the cache does not have it. */
export function noteDeletion(
  client: QueryClient,
  place: Place,
  hints: Hints & { was?: Fields } = {},
): Deletion {
  const deletion: Deletion = {
    ...common(client, place, hints),
    do: 'delete',
    was: hints.was ?? serverObject(client, place) ?? {},
  }
  noteOperation(deletion)
  return deletion
}

/** How an operation ended: settled on the server (or taken back), or left for the person to decide. */
export function settled({ id }: Operation): Promise<'settled' | 'failed' | 'conflict'> {
  return new Promise((resolve) => {
    const look = () => {
      const operation = ledger.state.operations.find((one) => one.id === id)
      if (operation && !isUnsettled(operation)) return false
      watch?.unsubscribe()
      const kind = operation?.state.kind
      resolve(kind === 'failed' || kind === 'conflict' ? kind : 'settled')
      return true
    }
    let watch: { unsubscribe(): void } | undefined
    if (!look()) watch = ledger.subscribe(look)
  })
}

/** The object as the server last told it, without what is on its way; undefined when it was never read. */
export function serverObject(client: QueryClient, { leadId, object, id }: Place): Fields | undefined {
  if (object === 'lead') return knownLead(client, id) ?? knownRow(client, id)
  if (object === 'note' || object === 'call') {
    return ledger.state.activities.get(realId(id))?.activity ?? undefined
  }
  const listed = serverList(client, { leadId, object }).find((child) => child['id'] === realId(id))
  return listed ?? (object === 'task' ? ledger.state.doneTasks.get(realId(id)) : undefined)
}

function serverList(
  client: QueryClient,
  { leadId, object }: { leadId: string; object: ObjectType },
): Fields[] {
  const key = LIST_OF[object]
  const list = key === undefined ? undefined : (knownLead(client, leadId) as Fields | undefined)?.[key]
  return Array.isArray(list) ? (list as Fields[]) : []
}

/**
 * Whether the field was read. Custom fields come only with a value (contract 8.1), so an absent one is unset; if it
 * was just not asked for, sending compares it with what is there and asks the person.
 */
function isRead(object: Fields, field: string): boolean {
  return field in object || isCustomKey(field)
}

function common(client: QueryClient, { leadId, object, id }: Place, { about, by, delay = 0 }: Hints) {
  const at = Date.now()
  const row: Partial<LeadRow> | undefined = knownLead(client, leadId) ?? knownRow(client, leadId)
  return {
    id: nextId(),
    tab: TAB,
    leadId,
    at,
    notBefore: delay > 0 ? at + delay : 0,
    object,
    objectId: realId(id),
    about: { lead: row?.name || row?.display_name || 'a lead', ...about },
    tries: 0,
    ...(by && { by }),
    state: { kind: 'waiting' as const },
  }
}

/** Sorts by time, and within a millisecond by the order in this tab. */
function nextId(): string {
  made += 1
  return `${Date.now().toString(36).padStart(9, '0')}-${made.toString(36).padStart(5, '0')}-${TAB}`
}
