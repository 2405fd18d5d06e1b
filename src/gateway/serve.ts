// The gateway's program: `node dist-gateway/serve.js`, beside the built app in `dist`.
import { join } from 'node:path'
import { createGateway } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { Log } from './deps.ts'
import { listen } from './listen.ts'
import { loadStaticFiles } from './static-files.ts'

const log: Log = (event) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...event })}\n`)
}

try {
  const config = readConfig(process.env)
  const files = await loadStaticFiles(join(import.meta.dirname, '../dist'))
  const app = createGateway(config, files, { fetch, now: Date.now, log })
  const server = await listen(app, config)
  log({ event: 'listening', url: server.url, public: config.publicUrl.origin })
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      log({ event: 'stopping', signal })
      void server.close().then(() => process.exit(0))
    })
  }
} catch (error) {
  const problem = error instanceof Error ? error.message : String(error)
  const hint =
    error instanceof ConfigError ? 'The gateway is not set up yet:\n' : 'The gateway did not start: '
  process.stderr.write(`${hint}${problem}\n`)
  process.exitCode = 1
}
