import type { CustomField } from './custom-field.ts'
import { customKey } from './custom-key.ts'
import { isUnset } from './lead-patch.ts'
import { mergeLeads, mergeOrigin, sameValue, type MergeOrigin } from './lead-merge.ts'
import type { Lead } from './lead.ts'

/** One field of a merge: what both leads have, what will be, and what it costs. */
export type MergeRow = {
  /** The wire key. */
  key: string
  label: string
  /** Undefined for built-in fields. */
  field: CustomField | undefined
  source: unknown
  destination: unknown
  merged: unknown
  origin: MergeOrigin
  /** The two leads differ here. */
  differs: boolean
  /** A value of the source that will be in no lead afterwards. */
  lost: boolean
}

/** What a merge will do, before it happens. Its rules are those of `mergeLeads`. */
export type MergePreview = {
  merged: Lead
  /** Differences first, each group in the order of the fields. */
  rows: MergeRow[]
  moves: MoveCounts
}
export type MoveCounts = { contacts: number; opportunities: number; tasks: number }

const BUILT_IN: readonly (readonly [key: string, label: string])[] = [
  ['name', 'Name'],
  ['status_id', 'Status'],
  ['url', 'URL'],
  ['description', 'Description'],
  ['addresses', 'Addresses'],
]

/** The lead that `destination` will be after `source` is merged into it, field by field. */
export function previewMerge(source: Lead, destination: Lead, fields: readonly CustomField[]): MergePreview {
  const merged = mergeLeads(destination, source, fields)
  const described = [
    ...BUILT_IN.map(([key, label]) => ({ key, label, field: undefined })),
    ...fields.map((field) => ({ key: customKey(field.id), label: field.name, field })),
  ]
  const rows = described.map(({ key, label, field }): MergeRow => {
    const values = { source: source[key], destination: destination[key], merged: merged[key] }
    return {
      key,
      label,
      field,
      ...values,
      origin: mergeOrigin(key, destination, source, merged),
      differs: !sameValue(values.source, values.destination),
      lost: !isUnset(values.source) && !isContained(values.source, values.merged),
    }
  })
  return {
    merged,
    rows: [...rows.filter((row) => row.differs), ...rows.filter((row) => !row.differs)],
    moves: {
      contacts: source.contacts.length,
      opportunities: source.opportunities.length,
      tasks: source.tasks.length,
    },
  }
}

/** One promise of the preview, held against the server's answer. */
export type MergeCheck = { label: string; holds: boolean; expected: string; found: string }

/**
 * Whether the destination came out as it was predicted. `text` words a row's value. `activities` are the
 * numbers of activities before (both leads) and after (the destination); null where they are not known.
 */
export function checkMerge(
  preview: MergePreview,
  before: { source: Lead; destination: Lead },
  after: Lead,
  activities: { before: number; after: number } | null,
  text: (row: MergeRow, value: unknown) => string,
): MergeCheck[] {
  const fields = preview.rows
    .filter((row) => row.differs)
    .map((row): MergeCheck => ({
      label: row.label,
      holds: sameValue(row.merged, after[row.key]),
      expected: text(row, row.merged),
      found: text(row, after[row.key]),
    }))
  const children = (['contacts', 'opportunities', 'tasks'] as const).map((kind): MergeCheck => {
    const expected = [...before.destination[kind], ...before.source[kind]].map(({ id }) => id)
    const found = new Set(after[kind].map(({ id }) => id))
    return {
      label: CHILD_LABELS[kind],
      holds: expected.every((id) => found.has(id)),
      expected: String(expected.length),
      found: String(expected.filter((id) => found.has(id)).length),
    }
  })
  if (!activities) return [...fields, ...children]
  // The merge itself is logged, so there may be more than both had.
  const own: MergeCheck = {
    label: 'Activities',
    holds: activities.after >= activities.before,
    expected: `at least ${activities.before}`,
    found: `${activities.after}`,
  }
  return [...fields, ...children, own]
}

const CHILD_LABELS = { contacts: 'Contacts', opportunities: 'Opportunities', tasks: 'Open tasks' }

function isContained(value: unknown, merged: unknown): boolean {
  if (!Array.isArray(value)) return sameValue(value, merged)
  const kept = Array.isArray(merged) ? merged : [merged]
  return value.every((item) => kept.some((other) => sameValue(item, other)))
}
