// npm run serve: the gateway for teams, set up by environment variables (or a file .env beside package.json).
// It builds the app and the gateway if there is no build yet. Where both are built, Node alone runs it:
// node dist-gateway/serve.js
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { provideBuild } from './builds.mjs'
import { readFlags } from './flags.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const { values } = readFlags(
  { fresh: { type: 'boolean', default: false }, 'build-only': { type: 'boolean', default: false } },
  'Usage: npm run serve -- [--fresh] (--fresh: builds again even if there is a build); npm run build:gateway builds only the gateway',
)
const program = join(ROOT, 'dist-gateway', 'serve.js')

/** One file that holds all it needs: what runs in production is neither Vite nor node_modules. */
async function buildGateway() {
  console.log('Building dist-gateway …')
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: { ssr: 'src/gateway/serve.ts', outDir: 'dist-gateway', target: 'node20', emptyOutDir: true },
  })
}

try {
  if (values['build-only']) await buildGateway()
  else {
    if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'))
    await provideBuild('live', { fresh: values.fresh })
    if (values.fresh || !existsSync(program)) await buildGateway()
    await import(pathToFileURL(program).href)
  }
} catch (error) {
  stop(`The gateway did not start: ${messageOf(error)}`)
}
