import { noContent, ok, type Call } from '#mocks/engine/call.ts'
import type { Routes } from '#mocks/engine/http/router.ts'
import { Problems, readKnown, type Check } from '#mocks/engine/http/validate.ts'
import { demandPermission, type Permission } from '#mocks/engine/permissions.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, bodiesOf, find, send, sendCreated, sendPage } from './crud.ts'

/** What sets one kind of object apart from the others that are listed, made, read, changed and removed alike. */
export type CrudRules = {
  /** Where its objects are, such as `/role/`. */
  path: string
  table: Table
  /** How 404s name it. Source: contract 4. */
  model: string
  /** What its ids begin with. Source: contract 7. */
  prefix: string
  /** What those need who write; absent where everybody may. Source: contract 16. */
  permission?: Permission
  /** Success, which older and newer resources tell differently. Source: contract 3. */
  statuses: { POST: 200 | 201; DELETE: 200 | 204 }
  /** The most objects on a page; absent where the list comes all at once, without `has_more`. Contract 6. */
  maxLimit?: number
  /** The keys that a body may have. `before` is the object that it changes, if it does not make one. */
  checks: (call: Call, before: Rec | undefined) => Readonly<Record<string, Check>>
  /** Those of the keys that a new object needs. */
  required: readonly string[]
  /** What a new object has where its body does not say. */
  blank?: Readonly<Record<string, unknown>>
  /** Refuses an object that may not be changed. */
  beforeUpdate?: (rec: Rec) => void
  /** Refuses an object that has to stay, or removes what goes with it. */
  beforeDelete?: (call: Call, rec: Rec) => void
}

/** The five routes of a kind of object that is like the others but for its `rules`. */
export function crudRoutes(rules: CrudRules): Routes {
  const { path, table, model, statuses, maxLimit } = rules
  return {
    [`GET ${path}`](call) {
      const records = allOf(call, table)
      if (maxLimit !== undefined) return sendPage(call, table, records, { maxLimit })
      return ok({ data: bodiesOf(call, table, records) })
    },
    [`POST ${path}`](call) {
      demandWriter(call, rules)
      const rec = createByRules(call, rules)
      return statuses.POST === 201 ? sendCreated(call, table, rec, path) : send(call, table, rec)
    },
    [`GET ${path}{id}/`]: (call) => send(call, table, find(call, table, model)),
    [`PUT ${path}{id}/`](call) {
      demandWriter(call, rules)
      const rec = find(call, table, model)
      rules.beforeUpdate?.(rec)
      return send(call, table, update(call, table, { ...rec, ...read(call, rules, rec) }))
    },
    [`DELETE ${path}{id}/`](call) {
      demandWriter(call, rules)
      const rec = find(call, table, model)
      rules.beforeDelete?.(call, rec)
      erase(call, table, rec)
      return statuses.DELETE === 204 ? noContent() : ok({})
    },
  }
}

/** The new object that the call's body describes, stored and logged. Refuses a body that breaks the rules. */
export function createByRules(call: Call, rules: CrudRules): Rec {
  const { table, prefix, blank } = rules
  return insert(call, table, { ...newRecord(call, prefix), ...blank, ...read(call, rules, undefined) })
}

function demandWriter(call: Call, { permission }: CrudRules): void {
  if (permission) demandPermission(call, permission)
}

function read(call: Call, rules: CrudRules, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(call.body, rules.checks(call, before), problems, before ? [] : rules.required)
  problems.refuse()
  return given
}
