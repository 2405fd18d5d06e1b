import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** npm's own script, so that no shell is needed to run it (on Windows, `npm` is a batch file). */
function npmScript() {
  const bin = dirname(process.execPath)
  return [
    process.env['npm_execpath'] ?? '',
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path))
}

/**
 * Runs `npm ci` quietly in `folder`.
 * @param {string} folder
 * @returns {string | undefined} what npm complained about if it failed
 */
export function npmCi(folder) {
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']
  const script = npmScript()
  const { status, stdout, stderr, error } = script
    ? spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' })
    : spawnSync('npm', args.slice(0, 1).concat(args.slice(3)), { cwd: folder, encoding: 'utf8', shell: true })
  if (status === 0) return undefined
  return error?.message ?? `${stdout}${stderr}`.trim()
}
