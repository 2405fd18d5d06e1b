import { isSame } from '#mocks/engine/record.ts'
import {
  isChildTable,
  type Change,
  type ChildTable,
  type EngineState,
  type Rec,
} from '#mocks/engine/state.ts'
import { TableIndex } from './table-index.ts'

/** Tables whose records can be searched. */
export type SearchTable = 'lead' | Exclude<ChildTable, 'sequence_subscription'>

const indexes = new WeakMap<EngineState, SearchIndex>()

/** The index of a state: made when first asked for, up to date with every write from then on. */
export function searchIndex(state: EngineState): SearchIndex {
  let index = indexes.get(state)
  if (!index) {
    index = new SearchIndex(state)
    indexes.set(state, index)
  }
  return index
}

/** What searches of one state share. A table is indexed when a search first needs it. */
export class SearchIndex {
  readonly state: EngineState
  readonly #tables = new Map<SearchTable, TableIndex>()
  #version = 0

  constructor(state: EngineState) {
    this.state = state
    state.onChange((change, before) => this.#follow(change, before))
  }

  /** Grows with every write. */
  get version(): number {
    return this.#version
  }

  table(name: SearchTable): TableIndex {
    let table = this.#tables.get(name)
    if (!table) {
      table = new TableIndex(this.state.all(name))
      this.#tables.set(name, table)
    }
    return table
  }

  #follow(change: Change, before: Rec | undefined): void {
    this.#version += 1
    for (const [name, table] of this.#tables) {
      if (name === change.table) table.apply(change, before)
      else if (change.table === 'custom_field') {
        if (isOtherMeaning(change.record, before)) table.touchField(change.id)
      } else if (!isChildTable(change.table) || change.table === 'custom_object') {
        table.forget(change.table) // any lead may refer to an object of another one
      } else if (name === 'lead') {
        const leads = new Set([before?.['lead_id'], change.record?.['lead_id']])
        for (const id of leads) if (typeof id === 'string') table.touch(id, change.table)
      } else table.forget(change.table)
    }
  }
}

/** What the values of a custom field mean follows from these keys alone. */
const MEANING = ['object_type', 'type', 'choices', 'accepts_multiple_values', 'associations']

function isOtherMeaning(field: Rec | null, before: Rec | undefined): boolean {
  return !field || !before || MEANING.some((key) => !isSame(field[key], before[key]))
}
