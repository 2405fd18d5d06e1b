import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGateway } from './app.ts'
import { readConfig } from './config.ts'
import { createTestGateway, ENV } from './fake-close.ts'
import { INLINE_STYLES } from './security-headers.ts'
import { loadStaticFiles } from './static-files.ts'

describe('every answer', () => {
  test.each([
    '/',
    '/healthz',
    '/api/v1/me/',
    '/auth/session',
    '/auth/signed-in',
    '/assets/missing.js',
    '/auth/callback',
  ])('%s is guarded', async (path) => {
    const { headers } = await createTestGateway().createBrowser().send(path)
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  test('the page needs no inline script or style', async () => {
    const html = await readFile(join(import.meta.dirname, '../../index.html'), 'utf8')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
  })

  test('the styles let in are those of the react-aria at hand', async () => {
    const folder = join(import.meta.dirname, '../../node_modules/react-aria/dist/private')
    const files = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs']
    const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(sources[0] ?? '')?.[1] ?? ''
    const styles = sources.map((source) =>
      (/style\.textContent = `([^`]*)`/.exec(source)?.[1] ?? '').trim().replace(/\$\{[^}]*\}/, attribute),
    )
    expect(styles).toEqual(INLINE_STYLES)
  })
})

test('healthz is for anyone, and not in the log', async () => {
  const { createBrowser, lines } = createTestGateway()
  expect(await (await createBrowser().send('/healthz')).json()).toEqual({ status: 'ok' })
  expect(lines).toEqual([])
})

describe('files of the build', () => {
  let root = ''
  const app = async () =>
    createGateway(readConfig(ENV), await loadStaticFiles(join(root, 'dist')), {
      fetch: async () => Response.json({ access_token: 'a', refresh_token: 'r', expires_in: 3600 }),
      now: Date.now,
      log: () => {},
    })
  const navigate = { headers: { 'sec-fetch-mode': 'navigate', accept: 'text/html' } }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gateway-'))
    await mkdir(join(root, 'dist/assets'), { recursive: true })
    await writeFile(join(root, 'secret.txt'), 'secret')
    await writeFile(join(root, 'dist/index.html'), '<title>Leadlight</title>')
    await writeFile(join(root, 'dist/mark.svg'), '<svg/>')
    await writeFile(join(root, 'dist/.env'), 'secret')
    await writeFile(join(root, 'dist/assets/index-BX2f8Kq1.js'), 'app();'.repeat(1000))
    await symlink(join(root, 'secret.txt'), join(root, 'dist/link.txt'))
  })
  afterAll(() => rm(root, { recursive: true }))

  test('hashed ones are kept for good, the page is asked for each time', async () => {
    const gateway = await app()
    const script = await gateway.request('/assets/index-BX2f8Kq1.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const page = await gateway.request('/')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const etag = page.headers.get('etag') ?? ''
    expect((await gateway.request('/', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await gateway.request('/mark.svg')).headers.get('cache-control')).toBe('no-cache')
    expect((await gateway.request('/', { method: 'HEAD' })).status).toBe(200)
  })

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('are compressed as the browser can read it: %s', async (accept, encoding) => {
    const answer = await (
      await app()
    ).request('/assets/index-BX2f8Kq1.js', { headers: { 'accept-encoding': accept } })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')))
  })

  test.each(['/leads', '/leads/lead_1?q=a', '/settings/fields'])('%s is the page', async (path) => {
    const answer = await (await app()).request(path, navigate)
    expect(await answer.text()).toContain('<title>Leadlight</title>')
    expect((await (await app()).request(path, { headers: { accept: '*/*' } })).status).toBe(404)
  })

  test('the page knows that it is the gateway’s, and whether there is a session', async () => {
    const gateway = await app()
    const signedOut = await gateway.request('/leads', navigate)
    expect(await signedOut.text()).toBe(
      '<meta name="leadlight-gateway" content="signed-out"><title>Leadlight</title>',
    )
    const start = await gateway.request('/auth/sign-in')
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state')
    const cookie = start.headers.getSetCookie().join().split(';')[0] ?? ''
    const done = await gateway.request(`/auth/callback?code=code-ok&state=${state}`, { headers: { cookie } })
    const session = done.headers.getSetCookie().find((line) => line.includes('session=')) ?? ''
    const headers = { ...navigate.headers, cookie: session.split(';')[0] ?? '' }
    const etag = signedOut.headers.get('etag') ?? ''
    for (const path of ['/', '/leads', '/index.html']) {
      const page = await gateway.request(path, { headers: { ...headers, 'if-none-match': etag } })
      expect(await page.text()).toContain('content="signed-in"')
      expect(page.headers.get('vary')).toContain('Cookie')
      expect(page.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test.each(['/assets/gone-12345678.js', '/favicon.ico', '/api', '/api/v2/me/', '/auth/x', '/api/v1/x'])(
    '%s is missing, even for a navigation',
    async (path) => {
      expect((await (await app()).request(path, navigate)).status).toBe(404)
    },
  )

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/secret.txt%00.js',
    '/.env',
    '/link.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
  ])('%s is no file', async (path) => {
    const answer = await (await app()).request(new Request(`https://leads.example.com${path}`, navigate))
    expect(await answer.text()).not.toBe('secret')
    expect(answer.headers.get('content-type')).not.toContain('javascript')
  })

  test('without a build the gateway does not start', async () => {
    await expect(loadStaticFiles(join(root, 'dist/assets'))).rejects.toThrow('has no index.html')
  })
})
