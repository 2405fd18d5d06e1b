import { expect, test } from 'vitest'
import { SWITCH_DEFAULTS } from '#mocks/engine/switches.ts'
import { NAMED_SWITCHES, readSwitches } from './named-switches.ts'

test('switches are read with any spacing; a name alone turns one on', () => {
  expect(readSwitches('slowMerge=3000, emptyDeletes ,requireAuth = false,forbiddenStatus=401')).toEqual({
    slowMerge: 3000,
    emptyDeletes: true,
    requireAuth: false,
    forbiddenStatus: 401,
  })
  expect(readSwitches('statusErrorKey=status_id,')).toEqual({ statusErrorKey: 'status_id' })
  expect(readSwitches('')).toEqual({})
})

test('an object is taken as it is', () => {
  expect(readSwitches({ slowMerge: 1 })).toEqual({ slowMerge: 1 })
})

test('every default can be written as text', () => {
  const text = NAMED_SWITCHES.map(({ name, initial }) => `${name}=${initial}`).join(',')
  expect(readSwitches(text)).toEqual(SWITCH_DEFAULTS)
})

test.each([
  ['slowmerge=3', 'There is no switch "slowmerge". There are requireAuth, slowMerge, '],
  ['toString', 'There is no switch "toString".'],
  ['=3', 'There is no switch "".'],
  ['slowMerge=soon', '"slowMerge" takes a whole number, as in "slowMerge=3000"; not "soon".'],
  ['slowMerge=-1', 'not "-1"'],
  ['slowMerge', 'it has none here'],
  ['emptyDeletes=yes', '"emptyDeletes" takes true or false, not "yes".'],
  ['forbiddenStatus=404', '"forbiddenStatus" takes 403 or 401; not "404".'],
])('"%s" is refused in words', (text, words) => {
  expect(() => readSwitches(text)).toThrow(words)
})
