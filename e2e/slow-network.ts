import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A network between a browser and the server on `port` of this machine, on which writes to the API wait for
 * `delay()` milliseconds on their way there and again on their way back. Whoever hangs up on the way there may
 * have been heard or not, as `delay` has it. (Playwright's routes won't do: a request that one of them has
 * fetched is sent once more by the browser when its page is closed.)
 */
export async function startSlowNetwork(
  port: number,
  delay: () => number,
): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (incoming, outgoing) => {
    const isSlow = isWrite(incoming)
    const body = await readAll(incoming)
    const [there, back] = isSlow ? [delay(), delay()] : [0, 0]
    await pause(there)
    if (outgoing.destroyed && there > back) return
    const { method, headers, url: path } = incoming
    const passed = request({ port, host: '127.0.0.1', method, headers, path }, async (answer) => {
      const text = await readAll(answer)
      await pause(back)
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...cachingOf(path) }).end(text)
    })
    passed.on('error', () => outgoing.destroy())
    passed.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function isWrite({ method, url = '' }: IncomingMessage): boolean {
  return method !== 'GET' && url.startsWith('/api/v1/') && !url.startsWith('/api/v1/data/search/')
}

/** Files with a hash in their name are fetched once, as from a real host. */
function cachingOf(path = ''): Record<string, string> {
  return path.startsWith('/assets/') ? { 'cache-control': 'max-age=3600, immutable' } : {}
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
