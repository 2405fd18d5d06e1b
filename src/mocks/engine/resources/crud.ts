import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import { pageOf, type PageRule } from '#mocks/engine/http/paging.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec, Table } from '#mocks/engine/state.ts'

/** The record that the path's `{id}` names, or 404 with `model` in the text. Source: contract 4. */
export function find(call: Call, table: Table, model: string, name = 'id'): Rec {
  const rec = call.tx.get(table, call.params[name] ?? '')
  if (!rec) throw notFound(model)
  return rec
}

/** 200 with a record, or the fields of it that were asked for. */
export function send(call: Call, table: Table, rec: Rec): Reply {
  return ok(serialize(call.tx, table, rec, call.fields, call))
}

/** 200 with one page of records. Source: Pagination; contract 6. */
export function sendPage(call: Call, table: Table, records: readonly Rec[], rule: PageRule): Reply {
  const { items, has_more } = pageOf(call, records, rule)
  return ok({ has_more, data: items.map((rec) => serialize(call.tx, table, rec, call.fields, call)) })
}

/** All records of a table as an array. */
export function allOf(call: Call, table: Table): Rec[] {
  return [...call.tx.all(table)]
}
