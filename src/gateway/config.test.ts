import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { ENV } from './fake-close.ts'

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('four settings are enough', () => {
  const config = readConfig(ENV)
  expect(config.host).toBe('127.0.0.1')
  expect(config.port).toBe(8080)
  expect(config.apiUrl.href).toBe('https://api.close.com/api/v1/')
})

test('all problems are told at once, each with the name of its variable', () => {
  const problems = problemsOf({ SESSION_SECRET: 'short', PORT: 'http', CLOSE_API_URL: 'x' })
  expect(problems.map((text) => text.split(' ')[0])).toEqual([
    'CLOSE_CLIENT_ID',
    'CLOSE_CLIENT_SECRET',
    'PUBLIC_URL',
    'SESSION_SECRET',
    'PORT',
    'CLOSE_API_URL',
  ])
})

test.each([
  ['PUBLIC_URL', 'http://leads.example.com', /must start with https/],
  ['PUBLIC_URL', 'leads.example.com', /is no address/],
  ['PUBLIC_URL', 'https://leads.example.com/crm', /must not hold a path/],
  ['PUBLIC_URL', 'https://me:pw@leads.example.com', /user name or password/],
  ['SESSION_SECRET', 'hunter2hunter2', /has 14 characters, at least 32/],
  ['PORT', '70000', /whole number from 0 to 65535/],
  ['PORT', '-1', /whole number/],
  ['CLOSE_TOKEN_URL', 'http://api.close.com/oauth2/token/', /must start with https/],
  ['CLOSE_API_URL', 'https://api.close.com/api/v1/?key=1', /query/],
])('%s=%s is refused', (name, value, problem) => {
  const problems = problemsOf({ ...ENV, [name]: value })
  expect(problems).toEqual([expect.stringMatching(problem)])
  expect(problems[0]).toContain(name)
  expect(problems[0]).not.toContain('hunter2')
})

test('a base address needs no last slash, and localhost no https', () => {
  const config = readConfig({
    ...ENV,
    CLOSE_API_URL: 'http://127.0.0.1:8787/api/v1',
    PUBLIC_URL: 'http://localhost:8080',
  })
  expect(config.apiUrl.href).toBe('http://127.0.0.1:8787/api/v1/')
})
