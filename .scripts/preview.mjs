// npm run preview, npm run preview:demo: serves a build as a static file host would. The live one also passes
// /api/v1/ on to CLOSE_API_URL (vite.config.ts), since Close's API can't be called from another origin. It adds
// the key in CLOSE_API_KEY, if there is one, for whoever opens the page: therefore on loopback alone.
import { preview } from 'vite'
import { BUILDS, provideBuild } from './builds.mjs'
import { readFlags, readPort } from './flags.mjs'
import { demandFreePort } from './ports.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const { values } = readFlags(
  {
    demo: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    host: { type: 'boolean', default: false },
    port: { type: 'string', default: '4173' },
  },
  'Usage: npm run preview -- [--port N] [--host] [--fresh] (--host: for other machines too; --fresh: builds again if the source changed)',
)
const kind = values.demo ? 'demo' : 'live'
const port = readPort('--port', values.port)

if (kind === 'live' && process.env.CLOSE_API_KEY && values.host) {
  stop(
    'With CLOSE_API_KEY set, --host would let everyone on the network use that key. Leave one of them out.',
  )
}

await demandFreePort(port, `choose another one with --port, for example --port ${port + 1}`)
try {
  await provideBuild(kind, { fresh: values.fresh })
  const { mode, outDir } = BUILDS[kind]
  const server = await preview({
    root: ROOT,
    mode,
    build: { outDir },
    preview: { host: values.host ? true : '127.0.0.1', port, strictPort: true },
  })
  console.log(`${outDir} is at http://localhost:${port}/`)
  for (const url of server.resolvedUrls?.network ?? []) console.log(`  and at ${url}`)
} catch (error) {
  stop(`The preview did not start: ${messageOf(error)}`)
}
