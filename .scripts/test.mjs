// npm test, npm run check: runs every check, whatever fails before it; the last line sums up.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readFlags } from './flags.mjs'
import { lockProblems } from './lock-check.mjs'
import { freePort } from './ports.mjs'
import { liveBuildProblems, projectProblems } from './project-checks.mjs'
import { CACHE, messageOf, ROOT, stop } from './project.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, slow?: boolean, needs?: string, run: () => Promise<Counts> }} Step
 */

/** @type {Counts} */
const PASSED = { passed: 1, failed: 0, skipped: 0 }
/** @type {Counts} */
const FAILED = { passed: 0, failed: 1, skipped: 0 }

/**
 * A package's command, run by this very Node, so that it needs no shell.
 * @param {string} name
 */
function commandOf(name) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : String(Object.values(bin)[0]))
}

/**
 * @param {string} name of the package
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, live?: boolean }} [options] live: its output goes straight to the console
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function runTool(name, args, { env = {}, live = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [commandOf(name), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text))
    }
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** @param {string} output */
function failedWith(output) {
  console.log(output.trimEnd())
  return FAILED
}

/** @param {string[]} problems */
const unless = (problems) => (problems.length ? failedWith(problems.join('\n')) : PASSED)

/** @param {Parameters<typeof runTool>} call */
async function tool(...call) {
  const { ok, output } = await runTool(...call)
  return ok ? PASSED : failedWith(output)
}

/**
 * Runs a test runner that also writes a JSON report, and counts from that.
 * @param {string} name
 * @param {(report: string) => [args: string[], env: Record<string, string>]} call
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>}
 */
async function runner(name, call, count) {
  const report = join(CACHE, `${name.replaceAll(/\W+/g, '-')}.json`)
  rmSync(report, { force: true })
  const [args, env] = call(report)
  const { ok, output } = await runTool(name, args, { env, live: true })
  if (output) console.log(output)
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    console.log(`No report: ${messageOf(error)}`)
  }
  // A runner that fails beside its tests, or that finds none, has not passed.
  if (counts.failed === 0 && (!ok || counts.passed === 0)) counts.failed = 1
  return counts
}

const unit = () =>
  runner(
    'vitest',
    (report) => [
      ['run', '--allowOnly=false', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      {},
    ],
    ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
      passed: numPassedTests,
      failed:
        numFailedTests +
        // A file that does not even load has no tests to count.
        testResults.filter(
          (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
            file.status === 'failed' && file.assertionResults.length === 0,
        ).length,
      skipped: numPendingTests + numTodoTests,
    }),
  )

const e2e = async () => {
  const port = String(await freePort(3))
  return runner(
    '@playwright/test',
    (report) => [
      ['test', '-c', 'e2e', '--forbid-only', '--reporter=list,json'],
      { E2E_PORT: port, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    ],
    ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + (stats.unexpected ? 0 : errors.length),
      skipped: stats.skipped,
    }),
  )
}

const production = { env: { NODE_ENV: 'production' } }

/** @type {Step[]} */
const STEPS = [
  { name: 'types', run: () => tool('typescript', ['--noEmit']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: () => tool('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'lock', run: async () => unless([...lockProblems(''), ...lockProblems('.scripts/browser/')]) },
  { name: 'project', run: async () => unless(projectProblems()) },
  { name: 'unit', run: unit },
  { name: 'build', slow: true, run: () => tool('vite', ['build'], production) },
  { name: 'live-only', slow: true, needs: 'build', run: async () => unless(liveBuildProblems()) },
  {
    name: 'build:demo',
    slow: true,
    run: () => tool('vite', ['build', '--mode', 'demo', '--outDir', 'dist-demo'], production),
  },
  { name: 'e2e', slow: true, needs: 'build:demo', run: e2e },
]

const names = STEPS.map(({ name }) => name)
const { values } = readFlags(
  { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
  `Usage: npm test -- [--quick] [--only=NAME,…]\nNames: ${names.join(', ')}`,
)
const only = values.only?.split(',')
const unknown = only?.find((name) => !names.includes(name))
if (unknown !== undefined) stop(`There is no "${unknown}" among the checks: ${names.join(', ')}.`)

mkdirSync(CACHE, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
const failing = new Set()
for (const { name, slow, needs, run } of STEPS) {
  if (only ? !only.includes(name) : values.quick && slow) continue
  const start = performance.now()
  const counts =
    needs && failing.has(needs)
      ? failedWith(`${name}: not run, since ${needs} failed`)
      : await run().catch((/** @type {unknown} */ error) => failedWith(messageOf(error)))
  if (counts.failed) failing.add(name)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${counts.failed ? '✗' : '✓'} ${name.padEnd(12)}${seconds.padStart(6)} s`)
}

if (total.failed) console.log(`\nFailed: ${[...failing].join(', ')}`)
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
)
if (total.failed || total.passed === 0) process.exitCode = 1
