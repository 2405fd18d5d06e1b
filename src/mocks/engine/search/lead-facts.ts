import { leadContacts } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { ChildTable, Reader, Rec } from '#mocks/engine/state.ts'

/** A lead with its children, each list read once and only when asked for. */
export class LeadFacts {
  readonly reader: Reader
  readonly lead: Rec
  #contacts: readonly Rec[] | undefined
  readonly #children = new Map<ChildTable, readonly Rec[]>()

  constructor(reader: Reader, lead: Rec) {
    this.reader = reader
    this.lead = lead
  }

  /** In the lead's own order: the first is the primary contact. */
  get contacts(): readonly Rec[] {
    this.#contacts ??= leadContacts(this.reader, this.lead)
    return this.#contacts
  }

  get opportunities(): readonly Rec[] {
    return this.#read('opportunity')
  }

  get tasks(): readonly Rec[] {
    return this.#read('task')
  }

  /** Oldest first, by the time at which they happened. */
  get activities(): readonly Rec[] {
    const known = this.#children.get('activity')
    if (known) return known
    const sorted = [...this.reader.childrenOf('activity', this.lead.id)].sort(byTime)
    this.#children.set('activity', sorted)
    return sorted
  }

  /** Activities of one `_type`, oldest first. */
  activitiesOf(type: string): Rec[] {
    return this.activities.filter((activity) => activity['_type'] === type)
  }

  #read(table: ChildTable): readonly Rec[] {
    const known = this.#children.get(table)
    if (known) return known
    const rows = this.reader.childrenOf(table, this.lead.id)
    this.#children.set(table, rows)
    return rows
  }
}

/** When an activity happened, as the ISO text that it carries. Source: contract 13, `activity_at`. */
export function activityTime(activity: Rec): string {
  return textOf(activity, 'activity_at') ?? textOf(activity, 'date_created') ?? ''
}

function byTime(a: Rec, b: Rec): number {
  const before = activityTime(a)
  const after = activityTime(b)
  if (before !== after) return before < after ? -1 : 1
  return a.id < b.id ? -1 : 1
}
