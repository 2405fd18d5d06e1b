import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

export type Listening = {
  url: string
  /** Takes no new connections and waits for the answers under way, at most `grace` milliseconds. */
  close: (grace?: number) => Promise<void>
}

/** Serves the app over HTTP. Rejects when the port can't be had. */
export async function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  if (!('closeAllConnections' in server)) throw new Error('Not an HTTP/1 server.')
  // Longer than a proxy in front keeps its connections, so that it never writes to one just closed.
  server.keepAliveTimeout = 75_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo // a TCP server that listens has one
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`,
    close: (grace = 10_000) =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), grace)
        // A connection whose answer is done would stay open for the browser's next request.
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(late)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}
