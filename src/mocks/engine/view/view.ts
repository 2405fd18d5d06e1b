import { customValues } from '#mocks/engine/custom-fields.ts'
import { textOf } from '#mocks/engine/record.ts'
import { naive } from '#mocks/engine/stamp.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import type { EngineSwitches } from '#mocks/engine/switches.ts'

/** What a view may depend on besides the state: relative days need the clock and the caller's offset. */
export type ViewContext = {
  now: number
  tzOffsetHours?: number
  callerId?: string
  switches?: EngineSwitches
}

type Part = (reader: Reader, rec: Rec, ctx: ViewContext) => unknown

/** What the API sends for one kind of record: its keys in order, each with the rule behind its value. */
export type View = Readonly<Record<string, Part>>

/** A key that is stored as it is sent. `absent` stands in where the record lacks it. */
export function stored(key: string, absent: unknown = null): Part {
  return (_reader, rec) => rec[key] ?? absent
}

/** A key that is sent only where the record has it. */
export function optional(key: string): Part {
  return (_reader, rec) => rec[key]
}

/** A stored timestamp as newer objects carry it: without an offset. Source: contract 7. */
export function naiveStamp(key: string): Part {
  return (_reader, rec) => {
    const timestamp = textOf(rec, key)
    return timestamp === null ? null : naive(timestamp)
  }
}

/** A key whose value depends on another stored key, such as the name behind an id. */
export function derived(key: string, from: (reader: Reader, value: unknown) => unknown): Part {
  return (reader, rec) => from(reader, rec[key])
}

/**
 * The record as the API sends it: everything, or just the named keys, of which only those are computed.
 * `custom` stands for all custom fields. Unknown names are ignored. Source: Fields; contract 3, 8.2.
 */
export function render(
  view: View,
  reader: Reader,
  rec: Rec,
  fields: readonly string[] | undefined,
  ctx: ViewContext,
): Record<string, unknown> {
  const wanted = fields && new Set(fields)
  const sent: Record<string, unknown> = {}
  for (const key in view) {
    if (wanted && !wanted.has(key)) continue
    const value = view[key]?.(reader, rec, ctx)
    if (value !== undefined) sent[key] = value
  }
  const wantsSome = !wanted || fields.some((name) => name.startsWith('custom'))
  if (!wantsSome) return sent
  const custom = customValues(reader, rec)
  for (const [key, value] of custom) {
    if (!wanted || wanted.has('custom') || wanted.has(key)) sent[key] = value
  }
  if (ctx.switches?.legacyCustomDict && (!wanted || wanted.has('custom'))) {
    sent['custom'] = byFieldName(reader, custom)
  }
  return sent
}

function byFieldName(reader: Reader, custom: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(
    custom.map(([key, value]) => [
      reader.get('custom_field', key.slice('custom.'.length))?.['name'] as string,
      value,
    ]),
  )
}
