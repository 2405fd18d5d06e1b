// npm run api: the demo's engine as a plain HTTP server on loopback, for any client of the Close API.
import { runnerImport } from 'vite'
import { readFlags, readPort, readWhole } from './flags.mjs'
import { demandFreePort } from './ports.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const USAGE =
  'Usage: npm run api -- [--port N] [--leads N] [--seed N] [--empty] [--now ISO] [--latency MS] [--fail RULES] [--switch NAME=VALUE,…] [--help]'

const { values } = readFlags(
  {
    port: { type: 'string', default: '8787' },
    leads: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    empty: { type: 'boolean', default: false },
    now: { type: 'string' },
    latency: { type: 'string', default: '0' },
    fail: { type: 'string' },
    switch: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
  USAGE,
)

/**
 * Node 20 can't read TypeScript; Vite can.
 * @param {string} file
 */
const load = async (file) => (await runnerImport(file, { root: ROOT, logLevel: 'error' })).module

if (values.help) {
  /** @type {typeof import('../src/mocks/named-switches.ts')} */
  const { NAMED_SWITCHES } = await load('/src/mocks/named-switches.ts')
  const lines = NAMED_SWITCHES.map(({ usage, initial, does }) => `  ${usage.padEnd(38)} ${does} (${initial})`)
  console.log(`${USAGE}

  --fail takes rules such as "PUT /lead/* 500@1, GET /me/ network".
  --switch can be given several times, or once with commas. A name alone turns a switch on:

${lines.join('\n')}`)
  process.exit(0)
}

const options = {
  port: readPort('--port', values.port),
  leads: values.empty ? 0 : readWhole('--leads', values.leads, 0, 100_000),
  seed: readWhole('--seed', values.seed, 0, 2 ** 32 - 1),
  empty: values.empty,
  now: values.now,
  latency: readWhole('--latency', values.latency, 0, 600_000),
  fail: values.fail,
  switches: values.switch?.join(','),
}

await demandFreePort(options.port, `choose another one with --port, for example --port ${options.port + 1}`)
try {
  /** @type {typeof import('../src/mocks/http.ts')} */
  const { serve } = await load('/src/mocks/http.ts')
  const server = await serve(options)
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
