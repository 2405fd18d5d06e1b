// npm start: the demo, rebuilt as its source changes.
import { createServer } from 'vite'
import { readFlags, readPort } from './flags.mjs'
import { demandFreePort } from './ports.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const { values } = readFlags({ port: { type: 'string' } }, 'Usage: npm start -- [--port N]')
const port =
  values.port === undefined
    ? readPort('PORT', process.env['PORT'] ?? '5173')
    : readPort('--port', values.port)

await demandFreePort(port, `choose another one with PORT, for example PORT=${port + 1} npm start`)
try {
  // 127.0.0.1 and not "localhost", which is IPv6 alone on some machines: this way both names reach it.
  const server = await createServer({
    root: ROOT,
    mode: 'demo',
    server: { host: '127.0.0.1', port, strictPort: true },
  })
  await server.listen()
  console.log(`Leadlight's demo is at http://localhost:${port}/`)
} catch (error) {
  stop(`The demo did not start: ${messageOf(error)}`)
}
