import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './project.mjs'

/** The two builds: `live` talks to Close, `demo` to the demo server in the page. */
export const BUILDS = {
  live: { mode: 'production', outDir: 'dist' },
  demo: { mode: 'demo', outDir: 'dist-demo' },
}

const INPUTS = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/**
 * @param {string} path
 * @returns {number} when it, or the newest file in it, was last changed; tests don't count
 */
function lastChange(path) {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => lastChange(join(path, name))))
}

/**
 * Builds if there is no build yet or, with `fresh`, if something it is made from has changed since.
 * @param {keyof typeof BUILDS} kind
 * @param {{ fresh: boolean }} options
 */
export async function provideBuild(kind, { fresh }) {
  const { mode, outDir } = BUILDS[kind]
  const built = lastChange(join(ROOT, outDir, 'index.html'))
  if (built && !(fresh && INPUTS.some((input) => lastChange(join(ROOT, input)) > built))) return
  console.log(`Building ${outDir} …`)
  // Test runners set this to "test", which would put React's development build into the result.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  await build({ root: ROOT, mode, logLevel: 'warn', build: { outDir } })
}
