import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { describeFailure, readErrorBody } from './failure.ts'

describe('error bodies (contract 4)', () => {
  test.each([
    ['the plain shape', { error: 'Unauthorized' }, { messages: ['Unauthorized'], fields: [] }],
    [
      'the validation shape',
      { errors: [], 'field-errors': { lead: 'This field is required.' } },
      { messages: [], fields: [{ path: ['lead'], message: 'This field is required.' }] },
    ],
    [
      'general messages',
      { errors: ['Source lead does not exist.'] },
      { messages: ['Source lead does not exist.'], fields: [] },
    ],
    [
      'lists of messages',
      { 'field-errors': { url: ['a', 'b'] } },
      {
        messages: [],
        fields: [
          { path: ['url'], message: 'a' },
          { path: ['url'], message: 'b' },
        ],
      },
    ],
    [
      'a message deep below a contact',
      {
        errors: [],
        'field-errors': {
          contacts: {
            errors: {
              '0': {
                errors: [],
                'field-errors': {
                  emails: {
                    errors: { '0': { errors: [], 'field-errors': { email: 'This field is required.' } } },
                  },
                },
              },
            },
          },
        },
      },
      {
        messages: [],
        fields: [{ path: ['contacts', '0', 'emails', '0', 'email'], message: 'This field is required.' }],
      },
    ],
    ['nothing', undefined, { messages: [], fields: [] }],
  ])('%s', (_name, body, expected) => expect(readErrorBody(body)).toEqual(expected))

  test('no body makes it throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void readErrorBody(body)))
  })

  test('every failure has words', () => {
    const http = fc.record({
      kind: fc.constant('http' as const),
      status: fc.integer({ min: 400, max: 599 }),
      messages: fc.array(fc.string()),
      fields: fc.constant<never[]>([]),
      retryAfter: fc.option(fc.float({ min: 0, noNaN: true })),
    })
    fc.assert(
      fc.property(http, (failure) => {
        expect(describeFailure(failure).trim()).not.toBe('')
      }),
    )
  })
})
