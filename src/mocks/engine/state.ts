/**
 * The demo organisation as plain records in tables, with the indexes that keep every look-up by id
 * or by lead constant in the number of leads. Nothing here knows HTTP.
 *
 * A request never writes into `EngineState`: it works on a `Tx` (an overlay), which ends as a list of
 * `Change`s. `applyChanges` is the one place where state moves on, so a refused request leaves no trace,
 * and the same list is what a demo stores and what another tab replays.
 */

/**
 * A stored object in the shape that the API sends, less what is derived when it is sent (`display_name`,
 * labels, names of users, a lead's children; the views in `view/` tell). A lead's `contact_ids` is stored:
 * it holds the order of its contacts.
 */
export type Rec = { id: string; [key: string]: unknown }

/** Tables whose records hang below a lead and carry its `lead_id`. */
export const CHILD_TABLES = [
  'contact',
  'opportunity',
  'task',
  'activity',
  'custom_object',
  'sequence_subscription',
] as const
export type ChildTable = (typeof CHILD_TABLES)[number]

export const TABLES = [
  'lead',
  ...CHILD_TABLES,
  'custom_field', // definitions of all kinds; `object_type` tells which
  'custom_activity_type',
  'custom_object_type',
  'custom_field_order', // id = object type, `field_ids` in display order
  'lead_status',
  'opportunity_status',
  'pipeline',
  'user',
  'organization', // one record; `lead_status_ids` and `pipeline_ids` in display order
  'api_key', // id = the key, `user_id` its owner
  'membership',
  'role',
  'saved_search',
  'event',
  'bulk_action',
  'export',
  'integration_link',
  'webhook',
  'email_template',
  'outcome',
  'sequence',
  'meta', // id = name of a counter or flag
] as const
export type Table = (typeof TABLES)[number]

/** One record after a request: its new contents, or null when it is gone. */
export type Change = { table: Table; id: string; record: Rec | null }

/** What reads the organisation: its state, or one request's view of it. */
export type Reader = {
  get(table: Table, id: string): Rec | undefined
  /** All records of a table in insertion order. */
  all(table: Table): Iterable<Rec>
  size(table: Table): number
  /** Children of one lead in insertion order. */
  childrenOf(table: ChildTable, leadId: string): Rec[]
}

/** Which events: all, those of one lead and its children, or those of one object. */
export type EventScope = { by: 'all' } | { by: 'lead' | 'object'; id: string }

const NO_IDS: ReadonlySet<string> = new Set()
const NO_EVENTS: readonly string[] = []

/** All records with their indexes, as they are between requests. */
export class EngineState implements Reader {
  readonly #tables = new Map<Table, Map<string, Rec>>(TABLES.map((table) => [table, new Map()]))
  readonly #byLead = new Map<ChildTable, Map<string, Set<string>>>(
    CHILD_TABLES.map((table) => [table, new Map()]),
  )
  readonly #events: string[] = []
  readonly #eventsBy = { lead: new Map<string, string[]>(), object: new Map<string, string[]>() }
  readonly #listeners = new Set<(change: Change, before: Rec | undefined) => void>()

  get(table: Table, id: string): Rec | undefined {
    return this.#table(table).get(id)
  }

  all(table: Table): Iterable<Rec> {
    return this.#table(table).values()
  }

  size(table: Table): number {
    return this.#table(table).size
  }

  childrenOf(table: ChildTable, leadId: string): Rec[] {
    const rows = this.#table(table)
    return [...this.childIds(table, leadId)].flatMap((id) => rows.get(id) ?? [])
  }

  childIds(table: ChildTable, leadId: string): ReadonlySet<string> {
    return this.#byLead.get(table)?.get(leadId) ?? NO_IDS
  }

  /** Ids of events, oldest first. The event log only grows. */
  eventIds(scope: EventScope): readonly string[] {
    return scope.by === 'all' ? this.#events : (this.#eventsBy[scope.by].get(scope.id) ?? NO_EVENTS)
  }

  /** Moves the state on. The only writer; derived indexes (sort orders, text) listen with `onChange`. */
  apply(changes: Iterable<Change>): void {
    for (const change of changes) {
      const rows = this.#table(change.table)
      const before = rows.get(change.id)
      if (change.record === null) rows.delete(change.id)
      else rows.set(change.id, change.record)
      if (isChildTable(change.table)) this.#reindex(change.table, change, before)
      if (change.table === 'event' && change.record && !before) this.#indexEvent(change.record)
      for (const listener of this.#listeners) listener(change, before)
    }
  }

  /** Calls `listener` after each applied change; returns the function that stops it. */
  onChange(listener: (change: Change, before: Rec | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #indexEvent(event: Rec): void {
    this.#events.push(event.id)
    append(this.#eventsBy.lead, event['lead_id'], event.id)
    append(this.#eventsBy.object, event['object_id'], event.id)
  }

  #table(table: Table): Map<string, Rec> {
    const rows = this.#tables.get(table)
    if (!rows) throw new Error(`No table ${table}`)
    return rows
  }

  #reindex(table: ChildTable, change: Change, before: Rec | undefined): void {
    const index = this.#byLead.get(table)
    if (!index) return
    const oldLead = before?.['lead_id']
    const newLead = change.record?.['lead_id']
    if (oldLead === newLead) return
    if (typeof oldLead === 'string') {
      const ids = index.get(oldLead)
      ids?.delete(change.id)
      if (ids?.size === 0) index.delete(oldLead)
    }
    if (typeof newLead === 'string') {
      const ids = index.get(newLead)
      if (ids) ids.add(change.id)
      else index.set(newLead, new Set([change.id]))
    }
  }
}

/** A state of its own with the same records, each table in the same order. */
export function copyState(state: EngineState): EngineState {
  const copy = new EngineState()
  for (const table of TABLES) {
    copy.apply(Array.from(state.all(table), (record) => ({ table, id: record.id, record })))
  }
  return copy
}

/** What one request sees: the state with the request's own writes on top. */
export class Tx implements Reader {
  readonly #base: EngineState
  readonly #written = new Map<string, Change>()
  /** Ids of children that were written under a lead; they may have left it since. */
  readonly #writtenBelow = new Map<string, Set<string>>()

  constructor(base: EngineState) {
    this.#base = base
  }

  get(table: Table, id: string): Rec | undefined {
    if (this.#written.size === 0) return this.#base.get(table, id)
    const change = this.#written.get(`${table}/${id}`)
    return change ? (change.record ?? undefined) : this.#base.get(table, id)
  }

  *all(table: Table): Iterable<Rec> {
    const seen = new Set<string>()
    for (const rec of this.#base.all(table)) {
      const change = this.#written.get(`${table}/${rec.id}`)
      seen.add(rec.id)
      if (!change) yield rec
      else if (change.record) yield change.record
    }
    for (const change of this.#written.values()) {
      if (change.table === table && change.record && !seen.has(change.id)) yield change.record
    }
  }

  size(table: Table): number {
    let size = this.#base.size(table)
    for (const change of this.#written.values()) {
      if (change.table !== table) continue
      const existed = this.#base.get(table, change.id) !== undefined
      if (existed && !change.record) size -= 1
      if (!existed && change.record) size += 1
    }
    return size
  }

  childrenOf(table: ChildTable, leadId: string): Rec[] {
    const stored = this.#base.childrenOf(table, leadId)
    if (this.#written.size === 0) return stored
    const children = stored
      .map((rec) => this.get(table, rec.id))
      .filter((rec): rec is Rec => rec?.['lead_id'] === leadId)
    const written = this.#writtenBelow.get(`${table}/${leadId}`)
    if (!written) return children
    const known = new Set(children.map((rec) => rec.id))
    for (const id of written) {
      const rec = known.has(id) ? undefined : this.get(table, id)
      if (rec?.['lead_id'] === leadId) children.push(rec)
    }
    return children
  }

  /** Writes a whole record. Records are never mutated: pass a new object. */
  put(table: Table, record: Rec): void {
    this.#written.set(`${table}/${record.id}`, { table, id: record.id, record })
    const leadId = record['lead_id']
    if (typeof leadId !== 'string' || !isChildTable(table)) return
    const key = `${table}/${leadId}`
    const below = this.#writtenBelow.get(key)
    if (below) below.add(record.id)
    else this.#writtenBelow.set(key, new Set([record.id]))
  }

  remove(table: Table, id: string): void {
    this.#written.set(`${table}/${id}`, { table, id, record: null })
  }

  /** What the request wrote, in order, for `EngineState.apply`. */
  changes(): Change[] {
    return [...this.#written.values()]
  }
}

function append(lists: Map<string, string[]>, key: unknown, id: string): void {
  if (typeof key !== 'string') return
  const ids = lists.get(key)
  if (ids) ids.push(id)
  else lists.set(key, [id])
}

/** Whether records of a table hang below a lead. */
export function isChildTable(table: Table): table is ChildTable {
  return (CHILD_TABLES as readonly string[]).includes(table)
}
