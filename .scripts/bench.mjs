// npm run bench: what a first visit downloads, how soon the first lead shows, how evenly the table scrolls.
// npm run bench -- engine: how fast the demo's engine answers.
// npm run bench -- edits: how many random histories of edits the log of operations lives through, and how soon
// an edit is painted.
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
  {
    leads: { type: 'string' },
    runs: { type: 'string', default: '3' },
    lives: { type: 'string', default: '1000' },
    seed: { type: 'string' },
  },
  `Usage: npm run bench -- [--leads 500,10000] [--runs 3]
       npm run bench -- engine
       npm run bench -- edits [--leads 10000] [--lives 1000] [--seed N]`,
)
const isEdits = positionals[0] === 'edits'
const sizes = (values.leads ?? (isEdits ? '10000' : '500,10000,100000'))
  .split(',')
  .map((text) => readWhole('--leads', text, 0, 100_000))
const runs = readWhole('--runs', values.runs, 1, 50)
const lives = readWhole('--lives', values.lives, 0, 1_000_000)
const seed = readWhole('--seed', values.seed ?? String(Date.now() % 2 ** 31), 0, 2 ** 31 - 1)

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (/** @type {number} */ time) => `${time < 100 ? time.toFixed(1) : time.toFixed(0)} ms`

/**
 * @param {number[]} numbers
 * @param {number} share 0.5 for the median
 */
const quantile = (numbers, share) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
}

/**
 * Median / 95th percentile / maximum.
 * @param {number[]} numbers
 * @param {(number: number) => string} text
 */
const spread = (numbers, text) => [0.5, 0.95, 1].map((share) => text(quantile(numbers, share))).join(' / ')

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

/** Gathers what the browser itself says about each key press: how long from it to the next paint. */
function watchEvents() {
  /** @type {PerformanceEntry[]} */
  const timedEvents = []
  Object.assign(globalThis, { timedEvents })
  new PerformanceObserver((list) => timedEvents.push(...list.getEntries())).observe(
    /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }),
  )
}

/**
 * Tells of the interaction since it was last asked, as the Interaction to Next Paint is taken: the longest of its
 * events. The browser says nothing of those under 16 ms.
 * @returns {{ duration: number, work: number }} milliseconds to the next paint, and those of them in our code
 */
function takeInteraction() {
  /** @type {(PerformanceEventTiming & { interactionId: number })[]} */
  const events = Reflect.get(globalThis, 'timedEvents').splice(0)
  const own = events.filter((event) => event.interactionId > 0)
  return {
    duration: Math.max(0, ...own.map((event) => event.duration)),
    work: own.reduce((sum, event) => sum + event.processingEnd - event.processingStart, 0),
  }
}

/**
 * Gives a lead what the edits need.
 * @param {{ leadId: string, choices: string[], tasks: string[] }} wanted
 */
async function furnish({ leadId, choices, tasks }) {
  /**
   * @param {string} path
   * @param {object} body
   */
  const post = async (path, body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status}`)
  }
  await post('/custom_field/lead/', {
    name: 'Bench',
    type: 'choices',
    accepts_multiple_values: true,
    choices,
  })
  for (const text of tasks) await post('/task/', { lead_id: leadId, text })
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

/**
 * Serves the demo as it was built here, to a browser.
 * @param {(browser: import('@playwright/test').Browser, origin: string) => Promise<void>} work
 */
async function withDemo(work) {
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
    await work(browser, `http://localhost:${port}`)
  } finally {
    await browser.close()
    await server.close()
  }
}

/** How often each edit is made. */
const EDITS = 20
const numbered = (/** @type {string} */ word) => Array.from({ length: EDITS }, (_, i) => `${word} ${i + 1}`)

/**
 * Makes each kind of edit on one lead of a big table, the page at rest before each.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 * @param {number} leads
 * @returns {Promise<Map<string, ReturnType<typeof takeInteraction>[]>>}
 */
async function timeEdits(page, origin, leads) {
  await page.addInitScript(watchEvents)
  await page.goto(`${origin}/leads?demo-leads=${leads}`)
  const link = page.getByRole('grid', { name: 'Leads' }).getByRole('link').first()
  await link.waitFor({ timeout: 60_000 })
  const leadId = new URL((await link.getAttribute('href')) ?? '', origin).pathname.split('/').at(-1) ?? ''
  const wanted = { leadId, choices: numbered('Value'), tasks: numbered('Task') }
  await page.evaluate(furnish, wanted)
  await page.goto(`${origin}/leads/${leadId}`)
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  const url = pane.getByRole('textbox', { name: 'URL', exact: true })
  const chips = pane.getByRole('combobox', { name: 'Add Bench' })
  await chips.waitFor({ timeout: 60_000 })
  await page.waitForTimeout(3000) // what is fetched ahead is there

  /**
   * @param {string} key
   * @param {(i: number) => Promise<unknown>} before
   */
  const press = async (key, before) => {
    const timings = []
    for (let i = 0; i < EDITS; i++) {
      await before(i)
      await page.waitForTimeout(400)
      await page.evaluate(takeInteraction)
      await page.keyboard.press(key)
      await page.waitForTimeout(200)
      timings.push(await page.evaluate(takeInteraction))
    }
    return timings
  }
  const taskBox = (/** @type {number} */ i) =>
    pane.getByRole('checkbox', { name: `Complete ${wanted.tasks[i]}`, exact: true })
  return new Map([
    ['a letter typed in a field', await press('a', () => url.focus())],
    ['Enter saves the field', await press('Enter', (i) => url.fill(`https://bench-${i}.example`))],
    ['a letter typed to find a chip', await press('a', () => chips.fill(''))],
    ['Enter adds the chip', await press('Enter', (i) => chips.fill(wanted.choices[i] ?? ''))],
    ['Space completes a task', await press('Space', (i) => taskBox(i).focus())],
  ])
}

/** Runs the model's lives and prints what they came to. */
async function liveThrough() {
  const { startVitest } = await import('vitest/node')
  const start = performance.now()
  const vitest = await startVitest('test', ['src/data/log.model.test.ts'], {
    root: ROOT,
    watch: false,
    reporters: ['dot'],
    env: { LIVES: String(lives), SEED: String(seed) },
  })
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  const passed = tests.length > 0 && tests.every((test) => test.ok())
  const { steps, requests } = Object.assign({ steps: 0, requests: 0 }, ...tests.map((test) => test.meta()))
  await vitest.close()
  if (!passed) return stop(`A life went wrong; "npm run bench -- edits --seed ${seed}" shows it again.`)
  const seconds = (performance.now() - start) / 1000
  console.log('\nRandom lives of a lead in two tabs, with a colleague and a network and a server that fail')
  print([
    ['seed', 'lives', 'steps', 'requests', 'wrong', 'time'],
    [
      String(seed),
      ...[lives, steps, requests, 0].map((count) => count.toLocaleString('en-US')),
      `${seconds.toFixed(0)} s`,
    ],
  ])
}

async function edits() {
  if (lives > 0) await liveThrough()
  process.env.NODE_ENV = 'production'
  await weigh('demo')
  await withDemo(async (browser, origin) => {
    for (const leads of sizes) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
      const timings = await timeEdits(await context.newPage(), origin, leads)
      await context.close()
      console.log(
        `\nFrom the key to the next paint among ${leads.toLocaleString('en-US')} leads in Chromium ${browser.version()}` +
          `\n(${EDITS} times each, by the browser's event timing in steps of 8 ms; median / p95 / max in ms)`,
      )
      print([
        ['', 'to the paint', 'of that our code', 'within 16 ms'],
        ...[...timings].map(([name, all]) => [
          name,
          spread(
            all.map(({ duration }) => duration),
            (time) => (time < 16 ? '<16' : time.toFixed(0)),
          ),
          spread(
            all.map(({ work }) => work),
            (time) => time.toFixed(1),
          ),
          `${all.filter(({ duration }) => duration <= 16).length} of ${all.length}`,
        ]),
      ])
    }
  })
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

  await withDemo(async (browser, origin) => {
    const rows = []
    for (const leads of sizes) {
      const url = `${origin}/leads?demo-leads=${leads}`
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
        ...[slow, fast].map((times) => spread(times, (time) => time.toFixed(1))),
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
  })
}

try {
  await (isEdits ? edits() : positionals[0] === 'engine' ? engine() : app())
} catch (error) {
  stop(`The benchmark did not finish: ${messageOf(error)}`)
}
