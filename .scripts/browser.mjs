// Finds a browser for the end-to-end tests, or gets one. Playwright's own download is not reachable everywhere, so on
// Linux x64 a headless Chromium comes as an npm package (.scripts/browser), about twice as fast as a full browser.
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { npmCi } from './npm.mjs'
import { CACHE, messageOf, ROOT } from './project.mjs'

/**
 * How to start a browser: without `executablePath` it is Playwright's own; `env` is added to the environment.
 * @typedef {{ name: string, executablePath?: string, env?: Record<string, string> }} Browser
 */

const CHOICE = join(CACHE, 'browser.json')

// The tests talk to this machine alone.
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** @returns {Browser | undefined} */
function named() {
  const executablePath = process.env['E2E_BROWSER']
  return executablePath ? { name: `${executablePath} (from E2E_BROWSER)`, executablePath } : undefined
}

/** @returns {Browser | undefined} */
function remembered() {
  try {
    /** @type {Browser} */
    const browser = JSON.parse(readFileSync(CHOICE, 'utf8'))
    return browser.executablePath === undefined || existsSync(browser.executablePath) ? browser : undefined
  } catch {
    return undefined
  }
}

/** @param {Browser} browser */
function optionsFor({ executablePath, env }) {
  return {
    args: ARGS,
    ...(executablePath === undefined ? {} : { executablePath }),
    ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
  }
}

/** Playwright's `launchOptions` for the browser chosen earlier. Looks it up and installs nothing. */
export function launchOptions() {
  return optionsFor(named() ?? remembered() ?? { name: "Playwright's own" })
}

/**
 * Only a page that really opens shows that a browser works here.
 * @param {Browser} browser
 * @returns {Promise<string | undefined>} why it does not work
 */
async function whyNot(browser) {
  const { chromium } = await import('@playwright/test')
  try {
    const running = await chromium.launch({ ...optionsFor(browser), timeout: 20_000 })
    try {
      const page = await running.newPage()
      await page.setContent('<h1>Ready</h1>', { timeout: 20_000 })
      const title = await page.getByRole('heading').textContent({ timeout: 10_000 })
      return title === 'Ready' ? undefined : 'it shows no page'
    } finally {
      await running.close()
    }
  } catch (error) {
    const lines = messageOf(error).split('\n')
    return lines.find((line) => /error while loading|Executable doesn't exist/.test(line)) ?? lines[0]
  }
}

// --- The npm package ---------------------------------------------------------------------------------------------

const PACKAGE = join(ROOT, '.scripts', 'browser')

/**
 * The machine's own fonts, and one that the package brings, for machines that have none.
 * @param {string} folder
 */
const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`

/**
 * @param {string} from a brotli file
 * @param {string} folder where the files of the archive in it go
 */
async function unpackTar(from, folder) {
  const tar = join(folder, 'archive.tar')
  mkdirSync(folder, { recursive: true })
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(tar))
  const { status, stderr, error } = spawnSync('tar', ['-xf', tar, '-C', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tar could not unpack ${from}: ${error?.message ?? stderr}`)
  await rm(tar)
}

/** @returns {Promise<string>} the folder the package's browser is unpacked in */
async function unpackedPackage() {
  const version = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).dependencies[
    '@sparticuz/chromium'
  ]
  const folder = join(PACKAGE, 'node_modules', `.unpacked-${version}`)
  if (existsSync(folder)) return folder

  const bin = join(PACKAGE, 'node_modules/@sparticuz/chromium/bin')
  console.log('Getting a headless Chromium for the tests (67 MB, once) …')
  const complaint = npmCi(PACKAGE)
  if (complaint !== undefined)
    throw new Error(`npm could not install it: ${complaint.split('\n', 3).join(' ')}`)

  // Unpacked beside its place and moved there when complete, so that a half-unpacked one is never taken for it.
  const unfinished = `${folder}-${process.pid}`
  await unpackTar(join(bin, 'swiftshader.tar.br'), unfinished)
  await unpackTar(join(bin, 'al2023.tar.br'), join(unfinished, 'libraries'))
  await unpackTar(join(bin, 'fonts.tar.br'), unfinished)
  await writeFile(join(unfinished, 'fonts.conf'), fontsConf(folder))
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 }),
  )
  await rename(unfinished, folder)
  return folder
}

/** @returns {Promise<Browser[]>} */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const folder = await unpackedPackage()
  const browser = {
    name: 'the headless Chromium in .scripts/browser',
    executablePath: join(folder, 'chromium'),
    env: { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
  const libraries = [join(folder, 'libraries', 'lib'), process.env['LD_LIBRARY_PATH']]
  // A bare system lacks a few libraries that the package brings.
  return [
    browser,
    { ...browser, env: { ...browser.env, LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') } },
  ]
}

// --- Browsers on this machine ------------------------------------------------------------------------------------

/** @returns {Promise<Browser[]>} */
async function installed() {
  const paths = {
    darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (app) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      ),
    ),
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
      [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((path) => join(process.env[name] ?? '', path)),
    ),
    other: [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'].flatMap((folder) =>
      ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map(
        (name) => join(folder, name),
      ),
    ),
  }
  const { platform } = process
  const found = paths[platform === 'darwin' || platform === 'win32' ? platform : 'other'].filter((path) =>
    existsSync(path),
  )
  return [...new Set(found)].map((executablePath) => ({ name: executablePath, executablePath }))
}

/** @returns {Promise<Browser[]>} */
async function fromPlaywright() {
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js')
  console.log("Downloading Playwright's own browser …")
  const { status } = spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    stdio: 'ignore',
  })
  return status === 0 ? [{ name: "Playwright's own" }] : []
}

/** @returns {Promise<Browser[]>} */
async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return []
  console.log('Installing Debian’s chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], {
    env,
    stdio: 'ignore',
  })
  return existsSync('/usr/bin/chromium')
    ? [{ name: 'Debian’s chromium', executablePath: '/usr/bin/chromium' }]
    : []
}

/**
 * Makes sure that `launchOptions` names a browser that works, installing one if it must, and says which.
 * Throws a sentence that says what to install if nothing helped.
 */
export async function provideBrowser() {
  const asked = named()
  if (asked) {
    const reason = await whyNot(asked)
    if (reason !== undefined) throw new Error(`${asked.name} does not work: ${reason}`)
    return
  }
  const earlier = remembered()
  if (earlier && (earlier.executablePath !== undefined || (await whyNot(earlier)) === undefined)) return

  /** @type {string[]} */
  const failures = []
  const sources = [
    fromPackage,
    async () => [{ name: "Playwright's own" }],
    installed,
    fromPlaywright,
    fromDebian,
  ]
  for (const source of sources) {
    const browsers = await source().catch((/** @type {unknown} */ error) => {
      failures.push(messageOf(error))
      return []
    })
    for (const browser of browsers) {
      const reason = await whyNot(browser)
      if (reason === undefined) {
        mkdirSync(CACHE, { recursive: true })
        await writeFile(CHOICE, `${JSON.stringify(browser, null, 2)}\n`)
        console.log(`The tests use ${browser.name}.`)
        return
      }
      failures.push(`${browser.name}: ${reason}`)
    }
  }
  throw new Error(
    `${failures.join('\n')}\n\n` +
      'The end-to-end tests found no browser that works here: install Google Chrome or Chromium, ' +
      'or name one with E2E_BROWSER=/path/to/it.',
  )
}
