import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Where scripts keep what may be deleted at any time; `npm ci` empties it. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'leadlight')

/**
 * Ends the script with one sentence on stderr.
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(message)
  process.exit(1)
}

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error))
