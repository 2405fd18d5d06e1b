import type { CustomField } from '#model/custom-field.ts'
import type { Failure } from '#model/failure.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import {
  customFieldFormSchema,
  EMPTY_FIELD,
  inputErrors,
  MAX_DESCRIPTION,
  readChoices,
  removedChoices,
  toCustomFieldForm,
  toCustomFieldPatch,
  toNewCustomField,
  type CustomFieldForm,
} from './custom-field-form.ts'

const schema = customFieldFormSchema(['Industry', 'Umsatz (€)'])

function problems(form: Partial<CustomFieldForm>) {
  const read = z.safeParse(schema, { ...EMPTY_FIELD, name: 'Budget', ...form })
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message])
}

test.each<[Partial<CustomFieldForm>, string[][]]>([
  [{}, []],
  [{ name: '  ' }, [['name', 'Give the field a name.']]],
  [{ name: ' industry ' }, [['name', 'There is already a field named “Industry”.']]],
  [{ name: 'UMSATZ  (€)' }, [['name', 'There is already a field named “Umsatz (€)”.']]],
  [{ description: 'x'.repeat(MAX_DESCRIPTION) }, []],
  [
    { description: 'x'.repeat(MAX_DESCRIPTION + 1) },
    [['description', 'A description may have 280 characters.']],
  ],
  [{ type: 'choices' }, [['choices', 'Write at least one choice, each on a line of its own.']]],
  [{ type: 'choices', choices: 'Flour\n\nYeast' }, []],
  [{ type: 'choices', choices: 'Flour\n flour' }, [['choices', '“flour” is there twice.']]],
  [{ type: 'text', choices: 'left over\nleft over' }, []],
])('checks %j', (form, expected) => {
  expect(problems(form)).toEqual(expected)
})

test('reads choices from lines, as pasted from anywhere', () => {
  expect(readChoices(' Flour \r\n\r\n\tYeast\nSugar, brown')).toEqual(['Flour', 'Yeast', 'Sugar, brown'])
})

test('names the choices that would go', () => {
  expect(removedChoices(['Flour', 'Yeast'], 'Yeast\nSugar')).toEqual(['Flour'])
})

test.each<[Partial<CustomFieldForm>, object]>([
  [{ name: ' Budget ' }, { name: 'Budget', type: 'text' }],
  [
    { type: 'choices', choices: 'A\nB', several: true, description: ' x ' },
    { name: 'Budget', type: 'choices', choices: ['A', 'B'], accepts_multiple_values: true, description: 'x' },
  ],
  [{ type: 'user' }, { name: 'Budget', type: 'user', accepts_multiple_values: false }],
  [
    { type: 'number', several: true, choices: 'left over' },
    { name: 'Budget', type: 'number' },
  ],
])('sends for %j', (form, body) => {
  expect(toNewCustomField({ ...EMPTY_FIELD, name: 'Budget', ...form })).toEqual(body)
})

const field: CustomField = {
  id: 'cf_1',
  name: 'Products',
  type: 'choices',
  description: null,
  choices: ['Flour', 'Yeast'],
  accepts_multiple_values: true,
}

test.each<[Partial<CustomFieldForm>, object | null]>([
  [{}, null],
  [{ name: ' Products ' }, null],
  [{ name: 'Goods' }, { name: 'Goods' }],
  [{ description: 'What they buy' }, { description: 'What they buy' }],
  [{ choices: 'Yeast\nFlour' }, { choices: ['Yeast', 'Flour'] }],
  [{ choices: 'Flour\n\nYeast\n' }, null],
])('patches only what differs: %j', (change, patch) => {
  expect(toCustomFieldPatch(field, { ...toCustomFieldForm(field), ...change })).toEqual(patch)
})

test('an emptied description is unset', () => {
  const described = { ...field, description: 'What they buy' }
  expect(toCustomFieldPatch(described, { ...toCustomFieldForm(described), description: ' ' })).toEqual({
    description: null,
  })
})

test('an untouched form never sends anything', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.array(fc.string()), (name, description, choices) => {
      const any = { ...field, name, description, choices }
      expect(toCustomFieldPatch(any, toCustomFieldForm(any))).toBeNull()
    }),
  )
})

const refused = (fields: { path: string[]; message: string }[], messages: string[] = []): Failure => ({
  kind: 'http',
  status: 400,
  messages,
  fields,
  retryAfter: null,
})

test('puts what the server says under the input it speaks of', () => {
  const said = refused([
    { path: ['name'], message: 'Taken.' },
    { path: ['choices', '0'], message: 'Too long.' },
  ])
  expect(inputErrors(said)).toEqual({
    inputs: [
      { input: 'name', message: 'Taken.' },
      { input: 'choices', message: 'Too long.' },
    ],
    rest: null,
  })
})

test('keeps what belongs to no input', () => {
  expect(inputErrors(refused([{ path: ['plan'], message: 'Too many.' }])).rest).not.toBeNull()
  expect(inputErrors(refused([], ['No.'])).rest).not.toBeNull()
  expect(inputErrors({ kind: 'network' })).toEqual({ inputs: [], rest: { kind: 'network' } })
})
