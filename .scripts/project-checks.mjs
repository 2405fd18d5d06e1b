import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILDS } from './builds.mjs'
import { ROOT } from './project.mjs'

const TOP_LEVEL =
  /^(\..+|package\.json|package-lock\.json|tsconfig\.json|vite\.config\.ts|index\.html|src|e2e|public|README\.md|LICENSE)$/

// Which registry packages come from is the business of whoever installs them.
const REGISTRY =
  /(?:\/\/|@|\b)(?:[\w-]+\.)*(?:registry|npm|npmjs|artifactory|verdaccio)\.(?:[\w-]+\.)*[a-z]{2,}(?=[/:])/i
const REGISTRY_SETTING = /^\s*(?:@[\w-]+:)?registry\s*=/m

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesUnder(path) : [path]
  })

/** The project's files: those that git tracks or would add. */
function projectFiles() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' })
  // Without git there is nothing that tells a stray file from the project's own.
  return status === 0 ? stdout.split('\0').filter((path) => path && existsSync(join(ROOT, path))) : []
}

/** @returns {string[]} what is wrong with the files as such */
export function projectProblems() {
  const files = projectFiles()
  const strays = [...new Set(files.map((path) => path.split('/')[0] ?? ''))].filter(
    (name) => !TOP_LEVEL.test(name),
  )
  const naming = files.filter((path) => {
    if (statSync(join(ROOT, path)).size > 5_000_000) return false
    const text = readFileSync(join(ROOT, path), 'utf8')
    return REGISTRY.test(text) || (path.endsWith('.npmrc') && REGISTRY_SETTING.test(text))
  })
  return [
    ...strays.map((name) => `${name}: not part of the agreed top level`),
    ...naming.map((path) => `${path}: names a package registry`),
  ]
}

/** @returns {string[]} what of the demo got into the live build */
export function liveBuildProblems() {
  const { outDir } = BUILDS.live
  return filesUnder(outDir)
    .filter((path) => {
      if (/serviceworker/i.test(path)) return true
      return (
        /\.(js|html)$/.test(path) &&
        /mockServiceWorker|setupWorker/.test(readFileSync(join(ROOT, path), 'utf8'))
      )
    })
    .map((path) => `${path}: belongs to the demo alone`)
}
