import { expect, test } from 'vitest'

import type { CustomField } from './custom-field.ts'
import { mappingProblems, planColumns, wantedFields, withMadeFields } from './import-plan.ts'
import type { ColumnMapping, ImportTarget } from './import-target.ts'

const map = (target: ImportTarget, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  target,
  newName: 'New',
  separator: ';',
  dateOrder: 'ymd',
  ...more,
})
const NAME = map({ kind: 'lead', field: 'name' })
const newField = (name: string, type: 'text' | 'choices' | 'choices-multiple' | 'date', more = {}) =>
  map({ kind: 'new', type }, { newName: name, ...more })
const field = (name: string, type: string, more: Partial<CustomField> = {}): CustomField => ({
  id: `cf_${name}`,
  name,
  type,
  accepts_multiple_values: false,
  ...more,
})
const row = (...cells: string[]) => ({ cells })

test.each([
  ['a name alone', [NAME], []],
  ['a contact alone', [map({ kind: 'contact', part: 'email' })], []],
  [
    'nothing',
    [map({ kind: 'none' })],
    ['Choose a column for Name, or for a contact’s name, email or phone.'],
  ],
  ['two names', [NAME, NAME], ['Another column is imported as Name already.']],
  [
    'two e-mails',
    [NAME, map({ kind: 'contact', part: 'email' }), map({ kind: 'contact', part: 'email' })],
    [],
  ],
  ['a field without a name', [NAME, newField(' ', 'text')], ['Give the new field a name.']],
  ['twins', [NAME, newField('A', 'text'), newField('a', 'text')], ['Two new fields are called "a".']],
  [
    'a name that is taken',
    [NAME, newField('Size', 'text')],
    ['There is a field "Size" already. Choose it, or another name.'],
  ],
  ['a field that is there already', [NAME, newField('Size', 'choices')], []],
  [
    'a field used twice, once by its name',
    [NAME, map({ kind: 'custom', fieldId: 'cf_Size' }), newField('Size', 'choices')],
    ['Another column is imported as Size already.'],
  ],
  [
    'no separator',
    [NAME, newField('T', 'choices-multiple', { separator: '' })],
    ['Say what stands between the values.'],
  ],
  [
    'an open date order',
    [NAME, newField('D', 'date', { dateOrder: null })],
    ['Say whether the day or the month comes first.'],
  ],
] as const)('%s', (_, mappings, messages) => {
  const problems = mappingProblems([...mappings], [field('Size', 'choices', { choices: ['S'] })])
  expect(problems.map(({ message }) => message)).toEqual(messages)
})

test('fields to make get every value as a choice; a field that exists is used', () => {
  const mappings = [
    NAME,
    newField('Tags', 'choices-multiple'),
    newField('Size', 'choices'),
    newField('Note', 'text'),
  ]
  const size = field('Size', 'choices', { choices: ['S'] })
  const plan = planColumns(['n', 't', 's', 'x'], mappings, [], [size])
  expect(plan.map(({ custom }) => custom?.key)).toEqual([
    undefined,
    'custom.new_1',
    'custom.cf_Size',
    'custom.new_3',
  ])
  const wanted = wantedFields(plan, [row('a', 'x; y', 'M', 'n'), row('b', 'b10;b9;x', '', '')])
  expect(wanted).toEqual([
    { at: 1, name: 'Tags', type: 'choices-multiple', choices: ['b9', 'b10', 'x', 'y'] },
    { at: 3, name: 'Note', type: 'text', choices: [] },
  ])
  const made = new Map([
    [1, field('Tags', 'choices', { choices: ['x', 'y'], accepts_multiple_values: true })],
  ])
  expect(withMadeFields(plan, made)[1]).toMatchObject({
    target: { kind: 'custom', fieldId: 'cf_Tags' },
    custom: { key: 'custom.cf_Tags', choices: ['x', 'y'] },
  })
})
