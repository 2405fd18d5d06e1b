// Makes a fresh clone ready: installs what the lock file names and, with --browser, a browser and nginx for the tests.
// Runs before any dependency exists, so it and what it imports first use Node's own modules alone.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npmCi } from './npm.mjs'
import { messageOf, ROOT, stop } from './project.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  stop(`Leadlight needs Node 20.19, 22.12 or a newer one; this is Node ${process.versions.node}.`)
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockEntry */

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
const lockEntries = (file) => {
  const { '': _project, ...entries } = JSON.parse(readFileSync(file, 'utf8')).packages
  return entries
}

/** npm writes its own lock into node_modules when an installation is complete. */
function isInstalled() {
  const [wanted, installed] = [join(ROOT, 'package-lock.json'), join(ROOT, 'node_modules/.package-lock.json')]
  if (!existsSync(installed)) return false
  if (statSync(wanted).mtimeMs <= statSync(installed).mtimeMs) return true
  // A newer date is not yet a difference: switching branches back and forth changes dates alone.
  const [want, have] = [lockEntries(wanted), lockEntries(installed)]
  return (
    Object.entries(want).every(([path, entry]) => entry.optional || path in have) &&
    Object.entries(have).every(([path, entry]) => {
      const { version, integrity } = want[path] ?? {}
      return version === entry.version && integrity === entry.integrity
    })
  )
}

if (!isInstalled()) {
  console.log('Installing what package-lock.json names; this takes about 20 seconds …')
  const complaint = npmCi(ROOT)
  if (complaint !== undefined) stop(`${complaint}\n\nnpm could not install the packages; see above.`)
}

if (process.argv.includes('--browser')) {
  const { provideBrowser } = await import('./browser.mjs')
  await provideBrowser().catch((/** @type {unknown} */ error) => stop(messageOf(error)))
  const { provideNginx } = await import('./nginx.mjs')
  provideNginx()
}
