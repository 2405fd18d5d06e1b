// Finds nginx for the tests of the README's server configurations, or gets Debian's. That one is unpacked beside
// the project's other caches and not installed, since its package would start a server of its own.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from './project.mjs'

const FOLDER = join(CACHE, 'nginx')

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 */
const runs = (command, args, cwd) =>
  spawnSync(command, args, {
    cwd,
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** @returns {string | null} a program that starts, or null */
export function findNginx() {
  const candidates = ['nginx', '/usr/sbin/nginx', join(FOLDER, 'usr/sbin/nginx')]
  return candidates.find((path) => runs(path, ['-v'])) ?? null
}

/** Makes sure that there are nginx and openssl where Debian's package manager can get them. Never throws. */
export function provideNginx() {
  if (findNginx() && runs('openssl', ['version'])) return
  if (!runs('apt-get', ['--version']) || process.getuid?.() !== 0) return
  console.log('Getting Debian’s nginx for the tests …')
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  runs('apt-get', ['update', '-qq'])
  // With openssl come the libraries that nginx needs.
  runs('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'openssl'])
  runs('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', 'nginx'], FOLDER)
  for (const name of existsSync(FOLDER) ? readdirSync(FOLDER) : []) {
    if (name.endsWith('.deb')) runs('dpkg-deb', ['-x', name, '.'], FOLDER)
  }
  if (!findNginx()) console.log('There is no nginx to be had: the tests with it will be skipped.')
}
