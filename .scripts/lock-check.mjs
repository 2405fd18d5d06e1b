import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './project.mjs'

/**
 * @typedef {Record<string, string> | undefined} Versions
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, inBundle?: boolean, hasInstallScript?: boolean, optional?: boolean, dependencies?: Versions, devDependencies?: Versions, optionalDependencies?: Versions }} Entry
 */

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

/**
 * Where Node would look for `name` from a package at `path`: its own node_modules, then each one around it.
 * @param {string} path
 * @param {string} name
 */
function placesOf(path, name) {
  const places = [`${path}/node_modules/${name}`]
  for (let end = path.lastIndexOf('node_modules/'); end >= 0; end = path.lastIndexOf('node_modules/')) {
    path = path.slice(0, end)
    places.push(`${path}node_modules/${name}`)
  }
  return places
}

/**
 * What is wrong with the lock file of the package in `folder`. npm leaves a native tool's package for another
 * platform out of a lock without a word where the registry at hand lacks it, and `npm ci` fails everywhere after that.
 * @param {string} folder '' or with a slash at its end
 * @returns {string[]}
 */
export function lockProblems(folder) {
  const manifest = readJson(`${folder}package.json`)
  /** @type {Record<string, Entry>} */
  const packages = readJson(`${folder}package-lock.json`).packages
  const { '': project, ...entries } = packages
  const problems = Object.entries(entries).flatMap(([path, entry]) => [
    ...(entry.integrity || entry.link || entry.inBundle ? [] : [`${path} has no integrity`]),
    ...(entry.resolved && !entry.link ? [`${path} records where it was downloaded from`] : []),
    ...(entry.hasInstallScript && !entry.optional ? [`${path} needs an install script`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !placesOf(path, name).some((place) => place in packages))
      .map((name) => `${path} lacks its optional ${name}`),
  ])
  for (const kind of /** @type {const} */ (['dependencies', 'devDependencies'])) {
    const versions = /** @type {Record<string, string>} */ (manifest[kind] ?? {})
    if (JSON.stringify(versions) !== JSON.stringify(project?.[kind] ?? {})) {
      problems.push(`package.json and the lock name different ${kind}`)
    }
    for (const [name, version] of Object.entries(versions)) {
      if (!/^\d+\.\d+\.\d+/.test(version)) problems.push(`package.json pins no exact version of ${name}`)
    }
  }
  return problems.map((problem) => `${folder}package-lock.json: ${problem}`)
}
