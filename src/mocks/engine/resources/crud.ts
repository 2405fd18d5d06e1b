import { created, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import { pageOf, type PageRule } from '#mocks/engine/http/paging.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'

/** The record that the path's `{id}` names, or 404 with `model` in the text. Source: contract 4. */
export function find(call: Call, table: Table, model: string): Rec {
  const rec = call.tx.get(table, call.params['id'] ?? '')
  if (!rec) throw notFound(model)
  return rec
}

/** A record as it is sent: everything, or the fields of it that were asked for. */
export function bodyOf(call: Call, table: Table, rec: Rec): Record<string, unknown> {
  return serialize(call.tx, table, rec, call.fields, call)
}

/** The records of a list as they are sent. */
export function bodiesOf(call: Call, table: Table, records: readonly Rec[]): Record<string, unknown>[] {
  return records.map((rec) => bodyOf(call, table, rec))
}

/** 200 with a record. */
export function send(call: Call, table: Table, rec: Rec): Reply {
  return ok(bodyOf(call, table, rec))
}

/** 201 with a new record, and its address below `path`. Source: contract 3. */
export function sendCreated(call: Call, table: Table, rec: Rec, path: string): Reply {
  return created(bodyOf(call, table, rec), `${path}${rec.id}/`)
}

/** 200 with one page of records. Source: Pagination; contract 6. */
export function sendPage(call: Call, table: Table, records: readonly Rec[], rule: PageRule): Reply {
  const { items, has_more } = pageOf(call, records, rule)
  return ok({ has_more, data: bodiesOf(call, table, items) })
}

/** All records of a table as an array. */
export function allOf(call: Call, table: Table): Rec[] {
  return [...call.tx.all(table)]
}
