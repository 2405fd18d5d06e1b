import { leadContacts } from '#mocks/engine/lookups.ts'
import { isObject, isSame, textOf, textsOf } from '#mocks/engine/record.ts'
import { CHILD_TABLES, type EngineState, type Rec } from '#mocks/engine/state.ts'

/** What is wrong with a state, whatever was asked of it; empty when all is well. */
export function wrongsOf(state: EngineState): string[] {
  return [...orphans(state), ...contactLists(state), ...orders(state), ...indexes(state)]
}

function orphans(state: EngineState): string[] {
  return CHILD_TABLES.flatMap((table) =>
    [...state.all(table)]
      .filter((child) => !state.get('lead', textOf(child, 'lead_id') ?? ''))
      .map((child) => `${table} ${child.id} has no lead`),
  )
}

/** A lead's `contact_ids` name each of its contacts once. */
function contactLists(state: EngineState): string[] {
  return [...state.all('lead')].flatMap((lead) => {
    const listed = leadContacts(state, lead).map(({ id }) => id)
    const below = state.childrenOf('contact', lead.id).map(({ id }) => id)
    const isSame =
      [...listed].sort().join() === [...below].sort().join() && new Set(listed).size === listed.length
    return isSame ? [] : [`contact_ids of ${lead.id} are not its contacts`]
  })
}

/** The organisation's display orders name each status and pipeline once. */
function orders(state: EngineState): string[] {
  const [organization] = state.all('organization')
  const pipelines = [...state.all('pipeline')]
  return [
    ...mismatch('lead statuses', textsOf(organization, 'lead_status_ids'), state.all('lead_status')),
    ...mismatch('pipelines', textsOf(organization, 'pipeline_ids'), pipelines),
    ...mismatch(
      'opportunity statuses',
      pipelines.flatMap((pipeline) => textsOf(pipeline, 'status_ids')),
      state.all('opportunity_status'),
    ),
  ]
}

function mismatch(what: string, ids: readonly string[], records: Iterable<Rec>): string[] {
  const there = [...records].map(({ id }) => id)
  return [...ids].sort().join() === there.sort().join() ? [] : [`the order of ${what} is not complete`]
}

/** Children are found below the lead that they name. */
function indexes(state: EngineState): string[] {
  return CHILD_TABLES.flatMap((table) => {
    const byLead = [...state.all('lead')].flatMap((lead) => state.childrenOf(table, lead.id))
    return byLead.length === state.size(table) ? [] : [`not each ${table} is found below its lead`]
  })
}

/** Keys that change with an event alone; labels and names follow other objects too, custom values their fields. */
const OWN_KEYS = {
  lead: ['name', 'description', 'url', 'status_id', 'addresses', 'contact_ids', 'date_created'],
  contact: ['name', 'title', 'emails', 'phones', 'urls', 'lead_id', 'date_created'],
  opportunity: ['lead_id', 'contact_id', 'user_id', 'status_id', 'value', 'note', 'date_won'],
  custom_object: ['lead_id', 'name', 'custom_object_type_id'],
} as const

/** Where the events, replayed from nothing, lead to something else than what is there. Source: contract 19. */
export function replayWrongs(state: EngineState): string[] {
  const last = new Map<string, Rec>()
  for (const event of state.all('event'))
    last.set(`${textOf(event, 'object_type')}/${textOf(event, 'object_id')}`, event)
  return (Object.keys(OWN_KEYS) as (keyof typeof OWN_KEYS)[]).flatMap((table) => {
    const alive = [...last].filter(
      ([key, event]) => key.startsWith(`${table}/`) && event['action'] !== 'deleted',
    )
    const wrong = [...state.all(table)].filter((rec) => {
      const data = last.get(`${table}/${rec.id}`)?.['data']
      return !isObject(data) || OWN_KEYS[table].some((key) => !isSame(data[key] ?? null, rec[key] ?? null))
    })
    const count =
      alive.length === state.size(table)
        ? []
        : [`events know ${alive.length} of ${table}, not ${state.size(table)}`]
    return [...count, ...wrong.map((rec) => `events say something else of ${table} ${rec.id}`)]
  })
}
