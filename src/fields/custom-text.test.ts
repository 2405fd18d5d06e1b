import { expect, test } from 'vitest'
import { customText, isFormerChoice } from './custom-text.ts'

const users = [{ id: 'user_1', first_name: 'Ada', last_name: 'Lovelace', email: null }]
const contacts = [{ id: 'cont_1', name: '', emails: [{ email: 'gob@bluth.example' }] }]

test.each<[string, unknown, string]>([
  ['text', 'a', 'a'],
  ['choices', ['a', 'b'], 'a, b'],
  ['user', 'user_1', 'Ada Lovelace'],
  ['user', ['user_1', 'user_gone'], 'Ada Lovelace, user_gone'],
  ['contact', 'cont_1', 'gob@bluth.example'],
  ['number', 1.5, '1.5'],
  ['number', 'many', 'many'],
  ['from_the_future', { a: 1 }, '{"a":1}'],
  ['text', null, ''],
  ['text', undefined, ''],
])('a %s field with %j reads %j', (type, value, text) => {
  expect(customText({ type }, value, { users, contacts })).toBe(text)
})

test('a removed choice is a former one; a field without a list has none', () => {
  const field = { id: 'cf_1', name: 'Industry', type: 'choices', accepts_multiple_values: false }
  expect(isFormerChoice({ ...field, choices: ['a'] }, 'b')).toBe(true)
  expect(isFormerChoice({ ...field, choices: ['a'] }, 'a')).toBe(false)
  expect(isFormerChoice(field, 'b')).toBe(false)
})
