import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'

import { findNginx } from '../.scripts/nginx.mjs'
import { freePort } from '../.scripts/ports.mjs'
import { allow, startGateway } from './live-gateway-setup.ts'
import { ENGINE } from './live-servers.ts'
import { expectTable, KEY, openFirstLead, stored } from './live-setup.ts'

/** The README's configurations for nginx, in the order in which they stand there. */
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const SAMPLES = [...README.matchAll(/```nginx\n([\s\S]*?)```/g)].map(([, text = '']) => text)
const DIST = fileURLToPath(new URL('../dist', import.meta.url))

const nginx = findNginx()

test.beforeAll(() => {
  // Where every journey counts, it is no matter of luck whether these run.
  if (!nginx && process.env['CI']) throw new Error('There is no nginx, and none could be installed.')
  test.skip(!nginx, 'There is no nginx here: install it to run these tests.')
})

/** The sample with each of `changes` made in it; one that finds nothing to change is an error. */
function adapted(sample: string, changes: [from: string, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sample in README.md has no "${from}".`)
    return text.replaceAll(from, to)
  }, sample)
}

/** Runs nginx with the sample inside the least that it needs around it, all in a folder of its own. */
async function startNginx(sample: string, folder: string, address: string): Promise<ChildProcess> {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  )
  const config = `
    daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
    events {}
    http {
      types { text/html html; text/javascript js; text/css css; image/svg+xml svg; }
      default_type application/octet-stream; gzip on; access_log off; ${paths.join(' ')}
      ${sample}
    }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const args = ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')]
  const program = spawn(nginx ?? '', args, { stdio: ['ignore', 'inherit', 'pipe'] })
  let said = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await expect(async () => {
    if (program.exitCode !== null) throw new Error(`nginx does not start:\n${said}`)
    await new Promise<void>((resolve, reject) => {
      httpsRequest(address, { rejectUnauthorized: false }, (answer) => resolve(void answer.resume()))
        // Plain http answers TLS with an error of its own, once it is there.
        .on('error', (error) => (/ECONNREFUSED/.test(String(error)) ? reject(error) : resolve()))
        .end()
    })
  }).toPass({ timeout: 10_000, intervals: [20, 50, 100] })
  return program
}

async function stopNginx(program: ChildProcess | undefined, folder: string) {
  if (program && program.exitCode === null) {
    program.kill('SIGTERM')
    await new Promise((resolve) => program.once('exit', resolve))
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Changes the first lead's URL in its pane, and waits until the engine has it. */
async function editFirstLead(page: Page) {
  const pane = await openFirstLead(page)
  const url = pane.getByRole('textbox', { name: 'URL' })
  const typed = `https://nginx-${Date.now()}.example`
  await url.fill(typed)
  await url.press('Enter')
  await expect.poll(async () => (await stored(page))['url']).toBe(typed)
}

test.describe('behind nginx that adds the key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-key-'))
  let program: ChildProcess | undefined
  let url = ''

  test.beforeAll(async () => {
    const port = await freePort()
    url = `http://localhost:${port}`
    const sample = adapted(SAMPLES[0] ?? '', [
      ['127.0.0.1:8080', `127.0.0.1:${port}`],
      ['/srv/leadlight/dist', DIST],
      ['https://api.close.com/', ENGINE],
      ['"Basic …"', `"Basic ${btoa(`${KEY}:`)}"`],
    ])
    program = await startNginx(sample, folder, url.replace('http:', 'https:'))
  })
  test.afterAll(() => stopNginx(program, folder))

  test('the app works at any of its addresses, and nobody is asked for a key', async ({ page }) => {
    await page.goto(`${url}/leads?q=a`)
    await expectTable(page)
    await editFirstLead(page)
    await page.goto(`${url}/no/such/page`)
    await expect(page.getByRole('main')).toContainText(/not found|no such page|does not exist/i)
    await page.goto(`${url}/settings`)
    await expect(page.getByRole('region', { name: 'Connection' })).toContainText('this browser holds none')
  })

  test('the page is asked for each time, what it loads is kept, and what is gone is not found', async ({
    request,
  }) => {
    const answer = await request.get(`${url}/leads`)
    expect(answer.headers()['cache-control']).toBe('no-cache')
    const [, script = ''] = /src="([^"]+\.js)"/.exec(await answer.text()) ?? []
    const kept = await request.get(url + script)
    expect(kept.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(kept.headers()['content-type']).toBe('text/javascript')
    expect((await request.get(`${url}/assets/gone-12345678.js`)).status()).toBe(404)
  })

  test('no other page can use the key', async ({ request }) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { host: 'evil.example' },
    ]) {
      expect((await request.get(`${url}/api/v1/me/`, { headers })).status()).toBe(403)
      expect((await request.post(`${url}/api/v1/lead/`, { headers, data: {} })).status()).toBe(403)
    }
    expect((await request.get(`${url}/api/v1/me/`)).status()).toBe(200)
  })
})

test.describe('behind nginx with TLS before the gateway', () => {
  test.use({ ignoreHTTPSErrors: true })
  const folder = mkdtempSync(join(tmpdir(), 'nginx-tls-'))
  let program: ChildProcess | undefined
  let gateway: Awaited<ReturnType<typeof startGateway>>

  test.beforeAll(async () => {
    const port = await freePort()
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost'
    const made = spawnSync('openssl', ['req', ...options.split(' '), '-keyout', key, '-out', certificate])
    if (made.status !== 0) throw new Error(`openssl made no certificate: ${String(made.stderr)}`)
    gateway = await startGateway(`https://localhost:${port}`)
    // Long tokens, for a cookie as large as a browser takes.
    gateway.close.padding = 'x'.repeat(1200)
    const sample = adapted(SAMPLES[1] ?? '', [
      ['127.0.0.1:8080', `127.0.0.1:${gateway.port}`],
      ['443 ssl', `127.0.0.1:${port} ssl`],
      ['leads.example.com', 'localhost'],
      ['/etc/ssl/leads.pem', certificate],
      ['/etc/ssl/leads.key', key],
    ])
    program = await startNginx(sample, folder, gateway.url)
  })
  test.afterAll(async () => {
    await stopNginx(program, folder)
    await gateway?.stop()
  })

  async function signIn(page: Page) {
    await page.goto(`${gateway.url}/leads`)
    await page.getByRole('button', { name: 'Sign in with Close' }).click()
    await allow(page)
    await expectTable(page)
  }

  test('a person signs in, edits and signs out, under the gateway’s policy', async ({ page }) => {
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text())
    })
    await signIn(page)
    const [cookie] = await page.context().cookies(gateway.url)
    expect(cookie).toMatchObject({
      name: '__Host-leadlight-session',
      secure: true,
      httpOnly: true,
      path: '/',
    })
    expect(cookie?.value.length).toBeGreaterThan(3000)
    await editFirstLead(page)

    const answer = await page.goto(`${gateway.url}/no/such/page`)
    await expect(page.getByRole('main')).toContainText(/not found|no such page|does not exist/i)
    const headers = answer?.headers() ?? {}
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cache-control']).toBe('no-cache')
    const script = await page.locator('script[src]').first().getAttribute('src')
    const kept = await page.request.get(gateway.url + script)
    expect(kept.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(kept.headers()['content-encoding']).toBe('br')
    expect(refused).toEqual([])

    await page.goto(`${gateway.url}/settings`)
    await page.getByRole('region', { name: 'Connection' }).getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Leadlight' })).toBeVisible()
    expect(gateway.close.tokenCount()).toBe(0)
  })

  test('only the API gets what is meant for it, and only from this origin', async ({ page }) => {
    await signIn(page)
    gateway.close.calls.length = 0
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http', origin: gateway.url }
    const data = { description: 'x'.repeat(2_000_000) }
    const made = await page.request.post(`${gateway.url}/api/v1/lead/`, { headers, data })
    expect(made.status()).toBe(200)
    const sent = Object.keys(Object.fromEntries(gateway.close.calls[0]?.headers ?? []))
    expect(sent.filter((name) => /^x-|forwarded|cookie|origin|^via$/.test(name))).toEqual([])
    const elsewhere = { origin: 'https://evil.example' }
    expect(
      (await page.request.post(`${gateway.url}/api/v1/lead/`, { headers: elsewhere, data })).status(),
    ).toBe(403)
    const tooMuch = { description: 'x'.repeat(11_000_000) }
    expect(
      (await page.request.post(`${gateway.url}/api/v1/lead/`, { headers, data: tooMuch })).status(),
    ).toBe(413)
    await page.request.delete(`${gateway.url}/api/v1/lead/${(await made.json()).id}/`, { headers })
  })

  test('a large answer begins to arrive before Close has finished it', async ({ page }) => {
    await signIn(page)
    let finish: () => void = () => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const megabytes = (count: number) => new TextEncoder().encode('x'.repeat(count * 1_000_000))
    gateway.close.answer = ({ url }) =>
      url.pathname === '/api/v1/export/'
        ? new Response(
            new ReadableStream({
              async start(stream) {
                stream.enqueue(megabytes(4))
                await finished
                stream.enqueue(megabytes(4))
                stream.close()
              },
            }),
          )
        : undefined
    const [cookie] = await page.context().cookies(gateway.url)
    let received = 0
    await new Promise<void>((resolve, reject) => {
      httpsRequest(
        `${gateway.url}/api/v1/export/`,
        { rejectUnauthorized: false, headers: { cookie: `${cookie?.name}=${cookie?.value}` } },
        (answer) => {
          answer.on('data', (bytes: Buffer) => {
            received += bytes.length
            if (received > 2_000_000) finish()
          })
          answer.on('end', resolve).on('error', reject)
        },
      )
        .on('error', reject)
        .end()
    })
    gateway.close.answer = () => undefined
    expect(received).toBe(8_000_000)
  })
})
