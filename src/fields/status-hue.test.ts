import { expect, test } from 'vitest'
import { statusHue } from './status-hue.ts'

test.each([
  ['Bad Fit', 'red'],
  ['Not Interested', 'red'],
  ['Canceled', 'red'],
  ['Customer', 'green'],
  ['Qualified', 'violet'],
  ['Interested', 'amber'],
  ['Potential', 'blue'],
])('%s is %s', (label, hue) => {
  expect(statusHue(label)).toBe(hue)
})

test('any other label always has the same hue', () => {
  expect(statusHue('Handed to finance')).toBe(statusHue('Handed to finance'))
})
