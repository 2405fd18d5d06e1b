import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createFaults, faultAnswer, parseFaults } from './faults.ts'
import type { Clock } from './clock.ts'
import { createMemoryServer } from './memory-server.ts'
import type { GivenSwitches } from './named-switches.ts'
import { wait } from './wait.ts'
import { encodeAnswer, type WireAnswer } from './wire.ts'

export type ServeOptions = {
  /** 0 for any free port. */
  port: number
  leads: number
  seed: number
  /** Statuses and users only. */
  empty?: boolean
  /** The real clock by default. */
  now?: Clock | undefined
  /** Milliseconds before each answer. */
  latency?: number
  /** Rules as in `demo-fail`. */
  fail?: string | undefined
  /** As in `demo-switch`, or as an object. */
  switches?: GivenSwitches | undefined
  host?: string
}

export type HttpServer = {
  /** The base address of the API, with its last slash. */
  url: string
  close: () => Promise<void>
}

const MAX_BODY_BYTES = 20_000_000

/**
 * Serves the demo organisation over HTTP, fresh each time. Asks for a key by HTTP Basic and takes any. Rejects
 * when the port is taken or a failure rule, a switch or the clock can't be read.
 */
export async function serve({
  port,
  leads,
  seed,
  empty = false,
  now,
  latency = 0,
  fail = '',
  switches = {},
  host = '127.0.0.1',
}: ServeOptions): Promise<HttpServer> {
  const engine = createMemoryServer({ leads, seed, empty, now, switches })
  const fault = createFaults(parseFaults(fail))

  async function respond(request: IncomingMessage): Promise<WireAnswer | 'network'> {
    const target = readTarget(request.url ?? '')
    if (target === null) return refuse(404, 'Not Found')
    const method = request.method ?? 'GET'
    const failure = fault(method, target)
    await wait(latency)
    if (failure === 'network') return 'network'
    if (failure !== undefined) return encodeAnswer(faultAnswer(failure))
    const body = await readBody(request)
    if (body === null) return refuse(413, 'The request is too large.')
    return engine.answer({
      method: method === 'HEAD' ? 'GET' : method,
      path: target,
      headers: readHeaders(request),
      body: body === '' ? undefined : body,
    })
  }

  const server = createServer((request, response) => {
    respond(request)
      .catch((error: unknown) => refuse(500, `The demo server could not finish this: ${String(error)}`))
      .then((answer) => (answer === 'network' ? request.destroy() : send(request, response, answer)))
      .catch(() => request.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actualPort = typeof address === 'object' && address ? address.port : port

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}/api/v1/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The path and query below the base path; null for anything outside it. */
function readTarget(url: string): string | null {
  const path = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const [, rest] = /^\/+api\/+v1(?=[/?]|$)(.*)$/s.exec(path) ?? []
  if (rest === undefined) return null
  return rest.startsWith('/') ? rest : `/${rest}`
}

function readHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

/** The body as text; null when it is too large (the rest is read and dropped). */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= MAX_BODY_BYTES) parts.push(part)
  }
  return size > MAX_BODY_BYTES ? null : new TextDecoder().decode(Buffer.concat(parts))
}

function refuse(status: number, error: string): WireAnswer {
  return encodeAnswer({ status, headers: {}, body: { error } })
}

function send(request: IncomingMessage, response: ServerResponse, answer: WireAnswer): void {
  const body = answer.body === undefined ? undefined : Buffer.from(answer.body)
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 204 ? {} : { 'content-length': body?.length ?? 0 }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
