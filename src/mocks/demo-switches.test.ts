import { expect, test } from 'vitest'
import { checkDataSet, DEFAULT_SESSION, readAddress } from './demo-switches.ts'

test('an address without demo parameters keeps what the tab remembers', () => {
  expect(readAddress('?q=x', null)).toEqual({ session: DEFAULT_SESSION, reset: false, search: '?q=x' })
  const remembered = { ...DEFAULT_SESSION, leads: 20, latency: 300 }
  expect(readAddress('', remembered).session).toEqual(remembered)
})

test('demo parameters are taken out of the address, others stay as they are', () => {
  const search =
    '?q=a%20b&demo-leads=1000&sort=-name,%E2%9C%93&demo-seed=7&demo-latency=250&demo-fail=PUT%20/lead/*%20500@1' +
    '&demo-switch=slowMerge=3000,emptyDeletes&demo-now=2026-01-31'
  expect(readAddress(search, null)).toEqual({
    session: {
      leads: 1000,
      seed: 7,
      latency: 250,
      fail: 'PUT /lead/* 500@1',
      switches: 'slowMerge=3000,emptyDeletes',
      now: '2026-01-31',
    },
    reset: false,
    search: '?q=a%20b&sort=-name,%E2%9C%93',
  })
})

test('a reset acts once', () => {
  expect(readAddress('?demo-reset', DEFAULT_SESSION)).toMatchObject({ reset: true, search: '' })
  expect(readAddress('?demo-reset=1&x', DEFAULT_SESSION)).toMatchObject({ reset: true, search: '?x' })
})

test('demo-empty is a data set without leads', () => {
  expect(readAddress('?demo-empty&x', null)).toMatchObject({ session: { leads: 0 }, search: '?x' })
})

test('what an earlier version remembered is completed', () => {
  const remembered = { leads: 5, seed: 9, latency: 100, fail: '' }
  expect(readAddress('', remembered).session).toEqual({ ...remembered, switches: '', now: '' })
})

test('an empty value goes back to the default', () => {
  const remembered = {
    leads: 5,
    seed: 9,
    latency: 100,
    fail: '* * 500',
    switches: 'slowMerge=1',
    now: '2026-01-31',
  }
  const search = '?demo-leads=&demo-fail=&demo-latency=&demo-switch=&demo-now='
  expect(readAddress(search, remembered).session).toEqual({
    ...DEFAULT_SESSION,
    seed: 9,
  })
})

test.each([
  '?demo-leads=100001',
  '?demo-leads=-1',
  '?demo-leads=ten',
  '?demo-seed=1.5',
  '?demo-fail=oops',
  '?demo-switch=oops',
  '?demo-now=soon',
])('%s is refused in words', (search) => {
  expect(() => readAddress(search, null)).toThrow(/"/)
})

test('a remembered failure rule that no longer can be read does not stop the demo', () => {
  expect(readAddress('', { ...DEFAULT_SESSION, fail: 'oops' }).session.fail).toBe('')
  expect(readAddress('', { leads: 'many' }).session.leads).toBe(DEFAULT_SESSION.leads)
})

test('a data set from a form is checked as well', () => {
  expect(checkDataSet({ leads: 0, seed: 3 })).toEqual({ leads: 0, seed: 3 })
  expect(() => checkDataSet({ leads: 1e6, seed: 3 })).toThrow('100000')
  expect(() => checkDataSet({ leads: NaN, seed: 3 })).toThrow('whole number')
})
