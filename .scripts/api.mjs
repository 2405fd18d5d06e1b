// npm run api: the demo's engine as a plain HTTP server on loopback, for any client of the Close API.
import { runnerImport } from 'vite'
import { readFlags, readPort, readWhole } from './flags.mjs'
import { demandFreePort } from './ports.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const { values } = readFlags(
  {
    port: { type: 'string', default: '8787' },
    leads: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    empty: { type: 'boolean', default: false },
    now: { type: 'string' },
    latency: { type: 'string', default: '0' },
    fail: { type: 'string' },
  },
  'Usage: npm run api -- [--port N] [--leads N] [--seed N] [--empty] [--now ISO] [--latency MS] [--fail RULES]',
)

if (values.now !== undefined && !/^\d{4}-\d\d-\d\d(T\S+)?$/.test(values.now)) {
  stop(`--now takes a date like 2026-01-31T12:00:00Z, not "${values.now}".`)
}
if (values.now !== undefined && Number.isNaN(Date.parse(values.now))) {
  stop(`--now: there is no such date as "${values.now}".`)
}

const options = {
  port: readPort('--port', values.port),
  leads: values.empty ? 0 : readWhole('--leads', values.leads, 0, 100_000),
  seed: readWhole('--seed', values.seed, 0, 2 ** 32 - 1),
  empty: values.empty,
  now: values.now,
  latency: readWhole('--latency', values.latency, 0, 60_000),
  fail: values.fail,
}

await demandFreePort(options.port, `choose another one with --port, for example --port ${options.port + 1}`)
try {
  // Node 20 can't read TypeScript; Vite can.
  /** @type {{ module: typeof import('../src/mocks/http.ts') }} */
  const { module } = await runnerImport('/src/mocks/http.ts', { root: ROOT, logLevel: 'error' })
  const server = await module.serve(options)
  console.log(`Close API demo engine at ${server.url} (${options.leads} leads, seed ${options.seed})`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      // Clients may keep their connections open; they get a moment to finish.
      setTimeout(() => process.exit(0), 1000).unref()
      void server.close().finally(() => process.exit(0))
    })
  }
} catch (error) {
  stop(`The engine did not start: ${messageOf(error)}`)
}
