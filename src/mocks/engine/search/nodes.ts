import { isObject } from '#mocks/engine/record.ts'
import { compileCondition } from './conditions.ts'
import { freeText } from './free-text.ts'
import { familyOf, isOfType, objectType, type ObjectType, type RecordType } from './object-types.ts'
import { refuse } from './query-error.ts'
import { choiceAt, flagAt, type JsonObject, objectAt, textAt } from './read-json.ts'
import { someRelated } from './related.ts'
import { resolveField } from './resolve-field.ts'
import { EVERY, type QueryEnv, type Scope, type Test } from './scope.ts'
import { savedQuery } from './saved-query.ts'
import { searchedType } from './searched-type.ts'
import { TEXT_MODES } from './text-match.ts'

const NODES = [
  'and',
  'or',
  'object_type',
  'match_all',
  'id',
  'text',
  'field_condition',
  'has_related',
  'saved_search',
] as const

/** How deep nodes may nest, and how often `has_related` among them. */
const MAX_DEPTH = 40
const MAX_RELATED_DEPTH = 4

/** Where in the query a node stands. */
type Place = { scope: Scope; path: string; depth: number; relatedDepth: number }

/** What a query searches, and the test that its objects pass. */
export type CompiledQuery = { type: RecordType; test: Test }

/**
 * Reads a query of `POST /data/search/` or a Smart View. Its objects are leads unless it names another type.
 * Throws a `QueryError` for anything that it does not know, so that no part of a query is ignored. At most 40
 * levels deep, 500 nodes besides 20,000 of type `id`, and `has_related` in `has_related` four times.
 * Source: contract 18; 21.32.
 */
export function compileQuery(query: unknown, env: QueryEnv, path = 'query'): CompiledQuery {
  const type = searchedType(query, env.definitions, path)
  const scope: Scope = { env, type }
  const test = compileNode(query, { scope, path, depth: 0, relatedDepth: 0 })
  if (type.activityType === undefined) return { type, test }
  return { type, test: (rec, slot) => isOfType(type, rec) && test(rec, slot) }
}

function compileNode(value: unknown, place: Place): Test {
  const { scope, path } = place
  if (place.depth > MAX_DEPTH) return refuse(path, 'The query is nested too deeply.')
  const node = objectAt(value, path)
  const type = choiceAt(node, 'type', path, NODES)
  scope.env.budget.spend(type, path)
  const test = compileType(type, node, place)
  return flagAt(node, 'negate', path) ? (rec, slot) => !test(rec, slot) : test
}

function compileType(type: (typeof NODES)[number], node: JsonObject, place: Place): Test {
  const { scope, path } = place
  switch (type) {
    case 'and':
      return every(compileAll(node, place, true))
    case 'or':
      return some(compileAll(node, place, false))
    case 'object_type':
      return typeTest(objectTypeAt(node, 'object_type', path), scope)
    case 'match_all':
      return EVERY
    case 'id': {
      const id = textAt(node, 'value', path)
      return (rec) => rec.id === id
    }
    case 'text': {
      const mode =
        (node['mode'] ?? null) === null ? 'beginning_of_words' : choiceAt(node, 'mode', path, TEXT_MODES)
      return freeText(textAt(node, 'value', path), mode, scope)
    }
    case 'field_condition': {
      const sources = { state: scope.env.index.state, definitions: scope.env.definitions, now: scope.env.now }
      const field = resolveField(node['field'], `${path}.field`, scope.type, sources)
      return compileCondition(node['condition'], field, scope, `${path}.condition`)
    }
    case 'has_related':
      return compileRelated(node, place)
    case 'saved_search': {
      const saved = savedQuery(node, path, scope.env.definitions)
      return compileNode(saved, { ...place, path: `${path}.saved_search_id`, depth: place.depth + 1 })
    }
  }
}

/**
 * The tests of a node's `queries`. Thousands of selected leads are as many `id` nodes: those that an `or` asks for,
 * and those that an `and` leaves out, become one look-up.
 */
function compileAll(node: JsonObject, place: Place, isAnd: boolean): Test[] {
  const at = `${place.path}.queries`
  const queries = node['queries']
  if (queries === undefined || queries === null) return refuse(at, 'This field is required.')
  if (!Array.isArray(queries)) return refuse(at, 'Value must be of list type.')
  const ids = new Set<string>()
  const tests: Test[] = []
  for (const [index, query] of queries.entries()) {
    const path = `${at}.${index}`
    if (isIdNode(query) && (query.negate ?? false) === isAnd) {
      place.scope.env.budget.spend('id', path)
      ids.add(query.value)
    } else {
      tests.push(compileNode(query, { ...place, path, depth: place.depth + 1 }))
    }
  }
  if (ids.size > 0) tests.unshift((rec) => ids.has(rec.id) !== isAnd)
  return tests
}

function isIdNode(query: unknown): query is { value: string; negate?: unknown } {
  return isObject(query) && query['type'] === 'id' && typeof query['value'] === 'string'
}

function compileRelated(node: JsonObject, place: Place): Test {
  const { scope, path } = place
  if (place.relatedDepth >= MAX_RELATED_DEPTH) return refuse(path, 'The query is nested too deeply.')
  const owner = objectTypeAt(node, 'this_object_type', path)
  if (familyOf(owner) !== familyOf(scope.type)) {
    return refuse(
      `${path}.this_object_type`,
      `Not a valid choice. The objects here are of type ${scope.type.name}.`,
    )
  }
  const related = objectTypeAt(node, 'related_object_type', path)
  const test = compileNode(node['related_query'], {
    scope: { ...scope, type: related },
    path: `${path}.related_query`,
    depth: place.depth + 1,
    relatedDepth: place.relatedDepth + 1,
  })
  return (
    someRelated(scope, related, test) ??
    refuse(
      `${path}.related_object_type`,
      `Not a valid choice. ${scope.type.name} has no related ${related.name}.`,
    )
  )
}

function objectTypeAt(node: JsonObject, key: string, path: string): ObjectType {
  const name = textAt(node, key, path)
  return objectType(name) ?? refuse(`${path}.${key}`, `Not a valid choice. There is no object type ${name}.`)
}

function typeTest(wanted: ObjectType, { type }: Scope): Test {
  if (wanted.kind === 'parts' || type.kind === 'parts') return () => wanted.name === type.name
  if (wanted.table === type.table && wanted.activityType === undefined) return EVERY
  return (rec) => wanted.table === type.table && isOfType(wanted, rec)
}

function every(all: readonly Test[]): Test {
  const tests = all.filter((test) => test !== EVERY)
  const [first, second] = tests
  if (!first) return EVERY
  if (!second) return first
  if (tests.length === 2) return (rec, slot) => first(rec, slot) && second(rec, slot)
  return (rec, slot) => {
    for (const test of tests) if (!test(rec, slot)) return false
    return true
  }
}

function some(tests: readonly Test[]): Test {
  if (tests.includes(EVERY)) return EVERY
  const [only] = tests
  if (only && tests.length === 1) return only
  return (rec, slot) => {
    for (const test of tests) if (test(rec, slot)) return true
    return false
  }
}
