import { customKey } from './custom-key.ts'
import type { CustomField } from './custom-field.ts'
import { splitValues, type DecimalMark } from './import-cell.ts'
import { canRepeat } from './import-guess.ts'
import type { DateOrder } from './import-date.ts'
import type { ColumnProfile } from './import-profile.ts'
import type { CsvRow } from './import-table.ts'
import {
  fieldShape,
  isSameField,
  newFieldBody,
  targetId,
  targetLabel,
  type ColumnMapping,
  type FieldShape,
  type ImportTarget,
  type NewFieldType,
} from './import-target.ts'

/** A column that is imported, with all that is needed to read its cells. */
export type PlannedColumn = {
  at: number
  header: string
  target: Exclude<ImportTarget, { kind: 'none' }>
  /** For custom fields: how values are read, and the key they get in the body. */
  custom: { key: string; name: string; shape: FieldShape; choices: readonly string[] | null } | null
  separator: string
  dateOrder: DateOrder
  decimalMark: DecimalMark
}

/** A custom field that the import makes before the leads. */
export type WantedField = { at: number; name: string; type: NewFieldType; choices: string[] }

/** What to correct in the mapping before the check, by column; `null` for the mapping as a whole. */
export type MappingProblem = { at: number | null; message: string }

/** The columns to import. A new field that exists already, in the same shape, is not made again. */
export function planColumns(
  headers: readonly string[],
  mappings: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
  fields: readonly CustomField[],
): PlannedColumn[] {
  return mappings.flatMap((mapping, at) => {
    const target = existing(mapping, fields)
    if (target.kind === 'none') return []
    return {
      at,
      header: headers[at] ?? '',
      target,
      custom: customOf(at, mapping, target, fields),
      separator: mapping.separator,
      dateOrder: mapping.dateOrder ?? 'dmy',
      decimalMark: profiles[at]?.decimalMark ?? '.',
    }
  })
}

/** The fields that have to be made for a plan, with every value of the imported rows as a choice. */
export function wantedFields(
  plan: readonly PlannedColumn[],
  rows: Iterable<Pick<CsvRow, 'cells'>>,
): WantedField[] {
  const wanted = plan.flatMap(({ at, target, custom, separator }) =>
    target.kind === 'new' && custom
      ? [
          {
            at,
            name: custom.name,
            type: target.type,
            separator,
            shape: custom.shape,
            seen: new Set<string>(),
          },
        ]
      : [],
  )
  const withChoices = wanted.filter(({ shape }) => shape.kind === 'choices')
  if (withChoices.length > 0) {
    for (const { cells } of rows) {
      for (const { at, separator, shape, seen } of withChoices) {
        for (const value of choiceValues(cells[at] ?? '', shape, separator)) seen.add(value)
      }
    }
  }
  return wanted.map(({ at, name, type, seen }) => ({ at, name, type, choices: [...seen].sort(byAlphabet) }))
}

/** A plan after its fields were made; `made` has them by column. */
export function withMadeFields(
  plan: readonly PlannedColumn[],
  made: ReadonlyMap<number, CustomField>,
): PlannedColumn[] {
  return plan.map((column) => {
    const field = made.get(column.at)
    if (!field || !column.custom) return column
    return {
      ...column,
      target: { kind: 'custom', fieldId: field.id },
      custom: { ...column.custom, key: customKey(field.id), choices: field.choices ?? null },
    }
  })
}

/** A plan in which these choices were added to fields. */
export function withAddedChoices(
  plan: readonly PlannedColumn[],
  added: ReadonlyMap<string, readonly string[]>,
): PlannedColumn[] {
  return plan.map((column) => {
    const more = column.target.kind === 'custom' ? added.get(column.target.fieldId) : undefined
    if (!more || !column.custom) return column
    return { ...column, custom: { ...column.custom, choices: [...(column.custom.choices ?? []), ...more] } }
  })
}

/** The choices that a cell names: trimmed, since a blank before or after a label means nothing. */
export function choiceValues(cell: string, shape: FieldShape, separator: string): string[] {
  if (shape.multiple) return splitValues(cell, separator)
  return cell.trim() === '' ? [] : [cell.trim()]
}

/** What keeps a mapping from being checked. */
export function mappingProblems(
  mappings: readonly ColumnMapping[],
  fields: readonly CustomField[],
): MappingProblem[] {
  const problems: MappingProblem[] = []
  const firstWith = new Map<string, number>()
  const newNames = new Map<string, number>()
  for (const [at, mapping] of mappings.entries()) {
    const target = existing(mapping, fields)
    if (target.kind === 'none') continue
    const id = targetId(target)
    if (!canRepeat(target) && firstWith.has(id)) {
      problems.push({ at, message: `Another column is imported as ${targetLabel(target, fields)} already.` })
    }
    firstWith.set(id, at)
    const shape = fieldShape(target, fields)
    if (shape?.multiple && mapping.separator === '') {
      problems.push({ at, message: 'Say what stands between the values.' })
    }
    if ((shape?.kind === 'date' || shape?.kind === 'datetime') && mapping.dateOrder === null) {
      problems.push({ at, message: 'Say whether the day or the month comes first.' })
    }
    if (target.kind !== 'new') continue
    const name = mapping.newName.trim()
    const twin = fields.find((field) => field.name.toLowerCase() === name.toLowerCase())
    if (name === '') problems.push({ at, message: 'Give the new field a name.' })
    else if (twin)
      problems.push({
        at,
        message: `There is a field "${twin.name}" already. Choose it, or another name.`,
      })
    else if (newNames.has(name.toLowerCase()))
      problems.push({ at, message: `Two new fields are called "${name}".` })
    newNames.set(name.toLowerCase(), at)
  }
  const names = [...firstWith.keys()].some((id) => NAMING.has(id))
  if (!names)
    problems.push({ at: null, message: 'Choose a column for Name, or for a contact’s name, email or phone.' })
  return problems
}

/** Targets of which one at least tells what a lead is called. */
const NAMING = new Set([
  'lead:name',
  'contact:name',
  'contact:first_name',
  'contact:last_name',
  'contact:email',
  'contact:phone',
  'contact:mobile',
])

function existing(mapping: ColumnMapping, fields: readonly CustomField[]): ImportTarget {
  const { target } = mapping
  if (target.kind !== 'new') return target
  const same = fields.find((field) => isSameField(field, mapping.newName.trim(), target.type))
  return same ? { kind: 'custom', fieldId: same.id } : target
}

function customOf(
  at: number,
  mapping: ColumnMapping,
  target: ImportTarget,
  fields: readonly CustomField[],
): PlannedColumn['custom'] {
  const shape = fieldShape(target, fields)
  if (!shape) return null
  if (target.kind === 'new') {
    const { name } = newFieldBody(mapping.newName.trim(), target.type)
    return { key: customKey(`new_${at}`), name, shape, choices: null }
  }
  const field = target.kind === 'custom' ? fields.find(({ id }) => id === target.fieldId) : undefined
  if (!field) return null
  return {
    key: customKey(field.id),
    name: field.name,
    shape,
    choices: shape.kind === 'choices' ? (field.choices ?? []) : null,
  }
}

function byAlphabet(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' })
}
