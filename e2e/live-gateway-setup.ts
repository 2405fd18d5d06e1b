import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'

import { createFakeClose, ENV, type Upstream } from '#gateway/fake-close.ts'

import { freePort } from '../.scripts/ports.mjs'
import { ENGINE } from './live-servers.ts'
import { KEY } from './live-setup.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The built gateway, with the demo's engine behind a Close that signs in. Browsers reach it at `publicUrl`, or
 * directly.
 */
export async function startGateway(publicUrl?: string) {
  const built = spawnSync(process.execPath, ['.scripts/serve.mjs', '--build-only'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  const close = createFakeClose(Date.now, async (request) => {
    const answer = await askEngine(request)
    if (request.url.pathname !== '/api/v1/me/') return answer
    const me = (await answer.json()) as Record<string, unknown>
    const name = close.userId === ANN ? {} : { first_name: 'Kim', last_name: 'Roe' }
    return Response.json({ ...me, ...name, id: close.userId })
  })
  close.userId = ANN
  const closeServer = await serveClose(close)
  const { port: closePort } = closeServer.address() as AddressInfo // a TCP server that listens has one
  const closeUrl = `http://127.0.0.1:${closePort}`
  const port = await freePort()
  const url = publicUrl ?? `http://localhost:${port}`
  const gateway = spawn(process.execPath, ['dist-gateway/serve.js'], {
    cwd: ROOT,
    env: {
      ...ENV,
      PUBLIC_URL: url,
      PORT: String(port),
      CLOSE_API_URL: `${closeUrl}/api/v1/`,
      CLOSE_AUTHORIZE_URL: `${closeUrl}/oauth2/authorize/`,
      CLOSE_TOKEN_URL: `${closeUrl}/oauth2/token/`,
      CLOSE_REVOKE_URL: `${closeUrl}/oauth2/revoke/`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let log = ''
  gateway.stdout.setEncoding('utf8').on('data', (lines: string) => (log += lines))
  await says(gateway, () => log.includes('"listening"'))
  return {
    /** Where browsers reach it, without a last slash. */
    url,
    port,
    close,
    /** What it wrote, a line of JSON for each request. */
    log: () => log,
    async stop() {
      gateway.kill('SIGTERM')
      closeServer.closeAllConnections()
      closeServer.close()
      await new Promise((resolve) => gateway.once('exit', resolve))
    },
  }
}

/** Waits until a program is ready; rejects when it ends before. */
export function says(program: ChildProcess, isReady: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`It ended with status ${code}.`)))
    program.stdout?.on('data', () => isReady() && resolve())
  })
}

/** The one who signs in unless a test says otherwise; the name is the engine's. */
export const ANN = 'user_ann'

async function askEngine({ method, url, body }: Upstream): Promise<Response> {
  const headers = { authorization: `Basic ${btoa(`${KEY}:`)}`, 'content-type': 'application/json' }
  return fetch(new URL(url.pathname + url.search, ENGINE), { method, headers, ...(body ? { body } : {}) })
}

/** Close over HTTP, with a page that asks the user for leave. */
async function serveClose(close: ReturnType<typeof createFakeClose>): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request).then(
      (found) => {
        response.writeHead(found.status, {
          'content-type': found.headers.get('content-type') ?? 'text/plain',
        })
        if (found.body) Readable.fromWeb(found.body as ReadableStream).pipe(response)
        else response.end()
      },
      () => response.destroy(),
    )
  })

  async function answer(request: IncomingMessage): Promise<Response> {
    const url = new URL(request.url ?? '/', 'http://close.example')
    if (url.pathname === '/oauth2/authorize/') return askForLeave(url)
    const body = await text(request)
    const headers = request.headers as Record<string, string> // what the gateway sends has no lists
    return close.fetch(url, { method: request.method ?? 'GET', headers, ...(body ? { body } : {}) })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function askForLeave({ searchParams }: URL): Response {
  const back = (answer: string) =>
    `${searchParams.get('redirect_uri')}?${answer}&state=${searchParams.get('state')}`
  const links = `<a href="${back('code=code-ok')}">Allow</a> <a href="${back('error=access_denied')}">Deny</a>`
  return new Response(`<!doctype html><title>Close</title><h1>May Leadlight act for you?</h1>${links}`, {
    headers: { 'content-type': 'text/html' },
  })
}

/** A test with the gateway, one for all tests of a file. */
export const test = base.extend<
  { freshClose: undefined },
  { gateway: Awaited<ReturnType<typeof startGateway>> }
>({
  gateway: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's names
    async ({}, use) => {
      const running = await startGateway()
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
  freshClose: [
    async ({ gateway: { close } }, use) => {
      close.forgetUser()
      close.userId = ANN
      await use(undefined)
    },
    { auto: true },
  ],
})

/** Signs in at Close from the app's page, in whatever window Close asks for leave. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Allow' }).click()
}
