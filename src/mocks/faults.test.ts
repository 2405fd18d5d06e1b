import { expect, test } from 'vitest'
import { createFaults, faultAnswer, matchesFault, parseFaults } from './faults.ts'

test('rules are read with their count and any spacing', () => {
  expect(parseFaults('PUT /lead/* 500@1, get /me/  network ,* * 429')).toEqual([
    { method: 'PUT', path: '/lead/*', status: 500, nth: 1 },
    { method: 'GET', path: '/me/', status: 'network', nth: undefined },
    { method: '*', path: '*', status: 429, nth: undefined },
  ])
  expect(parseFaults('')).toEqual([])
  expect(parseFaults(' , ')).toEqual([])
})

test.each([
  ['PUT /lead/*', 'PUT /lead/*'],
  ['PUT lead/ 500', 'must start with'],
  ['PUT /lead/ 200', '400 to 599'],
  ['PUT /lead/ 900', '400 to 599'],
  ['PUT /lead/ 500@0', '"@1" is the first'],
  ['PUT /lead/ 500@x', 'METHOD PATH STATUS'],
  ['GET /me/ 500, oops', '"oops"'],
])('the rule "%s" is refused in words', (rule, message) => {
  expect(() => parseFaults(rule)).toThrow(message)
})

test.each([
  ['PUT /lead/* 500', 'PUT', '/lead/lead_1/', true],
  ['PUT /lead/* 500', 'put', '/lead/lead_1', true],
  ['PUT /lead/* 500', 'POST', '/lead/lead_1/', false],
  ['PUT /lead/* 500', 'PUT', '/contact/cont_1/', false],
  ['POST /lead/ 500', 'POST', '/lead/?_fields=id', true],
  ['POST /lead 500', 'POST', '/lead/', true],
  ['POST /lead/ 500', 'POST', '/lead/merge/', false],
  ['GET /activity/*/ 500', 'GET', '/activity/status_change/lead/', true],
  ['* */merge/ 500', 'POST', '/lead/merge/', true],
  ['* * 500', 'DELETE', '/lead/lead_1/', true],
  ['GET /lead/lead_1+(x)/ 500', 'GET', '/lead/lead_1+(x)/', true],
])('"%s" for %s %s: %s', (rule, method, path, expected) => {
  const [parsed] = parseFaults(rule)
  expect(parsed && matchesFault(parsed, method, path)).toBe(expected)
})

test('a count picks one request; each rule counts for itself', () => {
  const fault = createFaults(parseFaults('PUT /lead/* 500@2, PUT /lead/* network@3, GET * 503'))
  expect(fault('PUT', '/lead/a/')).toBeUndefined()
  expect(fault('GET', '/me/')).toBe(503)
  expect(fault('PUT', '/lead/b/')).toBe(500)
  expect(fault('PUT', '/lead/c/')).toBe('network')
  expect(fault('PUT', '/lead/d/')).toBeUndefined()
})

test('failures have the shapes of the contract', () => {
  expect(faultAnswer(400).body).toEqual({ errors: [expect.any(String)], 'field-errors': {} })
  expect(faultAnswer(500).body).toEqual({ error: expect.any(String) })
  expect(faultAnswer(429)).toMatchObject({
    headers: { 'retry-after': '1', ratelimit: 'limit=240, remaining=0, reset=1' },
    body: { error: { rate_limit_type: 'key' } },
  })
})
