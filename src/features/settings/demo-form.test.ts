import { expect, test } from 'vitest'

import { dataSetText, readDataSet, readLatency, readWhole } from './demo-form.ts'

test.each([
  ['500', 500],
  [' 10,000 ', 10_000],
  ['10 000', 10_000],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1e3', null],
  ['100001', null],
  ['many', null],
])('reads %j as %j', (text, value) => {
  expect(readWhole(text, 100_000)).toBe(value)
})

test('a data set needs both numbers', () => {
  expect(readDataSet('100,000', '7')).toEqual({ kind: 'ok', dataSet: { leads: 100_000, seed: 7 } })
  expect(readDataSet('x', '7')).toMatchObject({ leads: 'A whole number from 0 to 100,000.', seed: null })
  expect(readDataSet('5', '-7')).toMatchObject({
    leads: null,
    seed: expect.stringContaining('4,294,967,295'),
  })
})

test('no latency is none', () => {
  expect(readLatency('')).toEqual({ ms: 0, problem: null })
  expect(readLatency('250').ms).toBe(250)
  expect(readLatency('soon').problem).toBe('Milliseconds from 0 to 60,000.')
})

test('names a data set', () => {
  expect(dataSetText({ leads: 10_000, seed: 1 })).toBe('10,000 leads, seed 1')
  expect(dataSetText({ leads: 1, seed: 2 })).toBe('1 lead, seed 2')
})
