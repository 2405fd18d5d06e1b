// npm run bench: what a first visit downloads, how soon the first lead shows, how evenly the table scrolls.
// npm run bench -- engine: how fast the demo's engine answers.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build, preview, runnerImport } from 'vite'
import { launchOptions, provideBrowser } from './browser.mjs'
import { BUILDS } from './builds.mjs'
import { readFlags, readWhole } from './flags.mjs'
import { freePort } from './ports.mjs'
import { CACHE, messageOf, ROOT, stop } from './project.mjs'

/** @typedef {{ js: number, css: number, lazy: number, biggest: string }} Weight */

const { values, positionals } = readFlags(
  { leads: { type: 'string', default: '500,10000,100000' }, runs: { type: 'string', default: '3' } },
  'Usage: npm run bench -- [engine] [--leads 500,10000] [--runs 3]',
)
const sizes = values.leads.split(',').map((text) => readWhole('--leads', text, 0, 100_000))
const runs = readWhole('--runs', values.runs, 1, 50)

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (/** @type {number} */ time) => `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`

/**
 * @param {number[]} numbers
 * @param {number} share 0.5 for the median
 */
const quantile = (numbers, share) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** @param {string[][]} rows the first one holds the headings */
function print(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0),
    )
    console.log(`  ${cells.join('   ')}`)
  }
}

/** @param {keyof typeof BUILDS} kind */
const folderOf = (kind) => join(CACHE, `bench-${kind}`)

/**
 * Builds apart from `dist`, and weighs (gzip) what a page must load before its first line of code runs.
 * @param {keyof typeof BUILDS} kind
 * @returns {Promise<Weight>}
 */
async function weigh(kind) {
  const result = await build({
    root: ROOT,
    mode: BUILDS[kind].mode,
    logLevel: 'error',
    build: { outDir: folderOf(kind), emptyOutDir: true },
  })
  if (!('output' in result)) throw new Error('the build has no single output')
  const chunks = new Map(
    result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  )
  /** @type {Set<string>} */
  const first = new Set()
  const pending = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (first.has(name)) continue
    first.add(name)
    pending.push(...(chunks.get(name)?.imports ?? []))
  }
  const sizes = [...chunks].map(([name, { code }]) => ({ name, size: gzipSync(code).length }))
  const later = sizes.filter(({ name }) => !first.has(name)).sort((a, b) => b.size - a.size)
  /** @param {{ size: number }[]} list */
  const sum = (list) => list.reduce((total, { size }) => total + size, 0)
  return {
    js: sum(sizes.filter(({ name }) => first.has(name))),
    css: sum(
      result.output.flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css')
          ? [{ size: gzipSync(file.source).length }]
          : [],
      ),
    ),
    lazy: sum(later),
    biggest: later[0] ? `${later[0].name} ${kB(later[0].size)}` : '',
  }
}

// --- In the page -------------------------------------------------------------------------------------------------

/** Notes when the first lead is in the table, in milliseconds since the navigation began. */
function watchForFirstLead() {
  const look = () => {
    const link = document.querySelector(
      '[role=grid][aria-label=Leads] :is([role=row], tr) a[href*="/leads/"]',
    )
    if (link?.checkVisibility()) Object.assign(globalThis, { firstLeadAt: performance.now() })
    else requestAnimationFrame(look)
  }
  look()
}

/**
 * Scrolls the table a step each frame and returns how long each frame took.
 * @param {{ frames: number, step: number }} plan
 * @returns {Promise<number[]>}
 */
async function scrollFrames({ frames, step }) {
  /** @type {Element | null} */
  let box = document.querySelector('[role=grid][aria-label=Leads] :is([role=row], tr) a[href*="/leads/"]')
  while (
    box &&
    !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
  ) {
    box = box.parentElement
  }
  const scroller = box ?? document.documentElement
  const nextFrame = () =>
    new Promise((/** @type {(time: number) => void} */ resolve) => requestAnimationFrame(resolve))
  const times = []
  let direction = 1
  let last = await nextFrame()
  for (let frame = 0; frame < frames; frame++) {
    const before = scroller.scrollTop
    scroller.scrollTop += step * direction
    if (scroller.scrollTop === before) direction = -direction
    const now = await nextFrame()
    times.push(now - last)
    last = now
  }
  return times
}

// --- Out of the page ---------------------------------------------------------------------------------------------

/**
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} navigate
 * @returns {Promise<number>}
 */
async function timeToFirstLead(page, navigate) {
  await navigate()
  await page.getByRole('grid', { name: 'Leads' }).getByRole('row').nth(1).waitFor({ timeout: 60_000 })
  const handle = await page.waitForFunction(() => Reflect.get(globalThis, 'firstLeadAt'), undefined, {
    timeout: 60_000,
  })
  return Number(await handle.jsonValue())
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  await context.addInitScript(watchForFirstLead)
  const page = await context.newPage()
  /** @type {Promise<Buffer>[]} */
  const scripts = []
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      scripts.push(response.body().catch(() => Buffer.alloc(0)))
  })
  try {
    const cold = await timeToFirstLead(page, () => page.goto(url, { waitUntil: 'commit' }))
    const loaded = (await Promise.all(scripts)).reduce(
      (total, body) => total + (body.length && gzipSync(body).length),
      0,
    )
    const warm = await timeToFirstLead(page, () => page.reload({ waitUntil: 'commit' }))
    await page.waitForTimeout(500)
    const slow = await page.evaluate(scrollFrames, { frames: 120, step: 90 })
    const fast = await page.evaluate(scrollFrames, { frames: 60, step: 2000 })
    const session = await context.newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { cold, warm, loaded, slow, fast, heap: usedSize }
  } finally {
    await context.close()
  }
}

async function engine() {
  const file = '/src/mocks/engine.bench.ts'
  if (!existsSync(join(ROOT, file))) return stop(`There is no ${file.slice(1)}.`)
  /** @type {{ module: { run: (log: (line: string) => void) => unknown } }} */
  const { module } = await runnerImport(file, { root: ROOT, logLevel: 'error' })
  await module.run((line) => console.log(line))
}

async function app() {
  process.env.NODE_ENV = 'production'
  const weights = { live: await weigh('live'), demo: await weigh('demo') }
  console.log('\nBefore the first line of code runs, and what comes later (gzip)')
  print([
    ['build', 'JavaScript', 'all CSS', 'later JavaScript', 'the biggest of it'],
    ...Object.entries(weights).map(([kind, { js, css, lazy, biggest }]) => [
      kind,
      kB(js),
      kB(css),
      kB(lazy),
      biggest,
    ]),
  ])

  await provideBrowser()
  const port = await freePort()
  const server = await preview({
    root: ROOT,
    mode: BUILDS.demo.mode,
    logLevel: 'error',
    build: { outDir: folderOf('demo') },
    preview: { host: '127.0.0.1', port, strictPort: true },
  })
  const browser = await chromium.launch(launchOptions())
  try {
    const rows = []
    for (const leads of sizes) {
      const url = `http://localhost:${port}/leads?demo-leads=${leads}`
      /** @type {Awaited<ReturnType<typeof visit>>[]} */
      const visits = []
      for (let run = 0; run < runs; run++) visits.push(await visit(browser, url))
      const slow = visits.flatMap((one) => one.slow)
      const fast = visits.flatMap((one) => one.fast)
      const median = (/** @type {'cold' | 'warm' | 'loaded' | 'heap'} */ key) =>
        quantile(
          visits.map((one) => one[key]),
          0.5,
        )
      rows.push([
        leads.toLocaleString('en-US'),
        ms(median('cold')),
        ms(median('warm')),
        kB(median('loaded')),
        ...[slow, fast].map((times) =>
          [0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(1)).join(' / '),
        ),
        `${(median('heap') / 1e6).toFixed(1)} MB`,
      ])
    }
    console.log(
      `\nThe demo in Chromium ${browser.version()}, ${runs} visits each (medians; frames: median / p95 / max in ms)`,
    )
    print([
      [
        'leads',
        'first lead, cold',
        'warm',
        'JavaScript by then',
        'scroll 90 px a frame',
        '2,000 px a frame',
        'page heap',
      ],
      ...rows,
    ])
  } finally {
    await browser.close()
    await server.close()
  }
}

try {
  await (positionals[0] === 'engine' ? engine() : app())
} catch (error) {
  stop(`The benchmark did not finish: ${messageOf(error)}`)
}
