import { expect, test, type Locator, type Page } from '@playwright/test'

import { askEngine, KEY } from './live-setup.ts'
import { livePort } from './live-servers.ts'
import { addChip, addContact, addTask, setUrl } from './many-edits.ts'
import { startSlowNetwork } from './slow-network.ts'

const KILLS = 50
const SEED = 4
/** Longer than it takes to write an edit to the disk, in milliseconds. */
const ON_DISK_MS = 500

// Alone on its screen the lead is there sooner, and a trace of fifty pages takes long.
test.use({ viewport: { width: 390, height: 844 }, trace: 'off' })

type Kind = 'chip' | 'task' | 'contact' | 'url'
type Made = { kind: Kind; text: string; at: number }
type StoredLead = { url: string; tasks: { text: string }[]; contacts: { name: string }[] }

const TEXTS: Record<Kind, (count: number) => string> = {
  chip: (count) => `Value ${count}`,
  task: (count) => `Task ${count}`,
  contact: (count) => `Person ${count}`,
  url: (count) => `https://kill-${count}.example`,
}
const KINDS = Object.keys(TEXTS) as Kind[]

function make(pane: Locator, label: string, kind: Kind, text: string): Promise<void> {
  switch (kind) {
    case 'chip':
      return addChip(pane, label, text)
    case 'task':
      return addTask(pane, text)
    case 'contact':
      return addContact(pane, text)
    case 'url':
      return setUrl(pane, text)
  }
}

/** What waits in the log on this browser's disk, as text. Nothing of the app runs at that address. */
async function readDisk(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/mark.svg`)
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    const kept: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.includes(':log')) continue
      const database = await done(indexedDB.open(name))
      kept.push(...(await done(database.transaction('operations').objectStore('operations').getAll())))
      database.close()
    }
    return JSON.stringify(kept)
  })
}

/** The tasks and addresses that the page shows as saved: the server's own id is in the row, the box is at rest. */
function shownAsSaved(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = document.querySelectorAll<HTMLTextAreaElement>('[data-object^="task_"] textarea')
    const tasks = [...boxes].filter((box) => box.ariaBusy !== 'true').map(({ value }) => value)
    const urls = [...document.querySelectorAll<HTMLInputElement>('input')].flatMap((box) =>
      box.value.startsWith('https://kill-') && box.ariaBusy !== 'true' ? [box.value] : [],
    )
    return [...tasks, ...urls]
  })
}

/** Ends the page without a word to it: its owner closes it, or it crashes. */
async function kill(page: Page, how: 'close' | 'crash'): Promise<void> {
  if (how === 'crash') {
    const session = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    session.send('Page.crash').catch(() => {}) // nobody is left to answer
    await crashed
  }
  await page.close({ runBeforeUnload: false })
}

/** What the test put on the server, and its network. */
const ends: (() => unknown)[] = []
test.afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

test(`a page that ends at any moment of saving, ${KILLS} times, loses nothing and does nothing twice`, async ({
  context,
}) => {
  test.setTimeout(300_000)
  const random = randomFrom(SEED)
  const network = await startSlowNetwork(livePort, () => random() * 400)
  ends.push(() => network.close())
  const label = `Kills ${Date.now()}`
  const field = await askEngine<{ id: string }>('POST', '/custom_field/lead/', {
    name: label,
    type: 'choices',
    accepts_multiple_values: true,
    choices: Array.from({ length: 3 * KILLS }, (_, i) => `Value ${i + 1}`),
  })
  const { id } = await askEngine<{ id: string }>('POST', '/lead/', { name: 'Survivor' })
  ends.push(
    () => askEngine('DELETE', `/lead/${id}/`),
    () => askEngine('DELETE', `/custom_field/lead/${field.id}/`),
  )
  const stored = () => askEngine<StoredLead & Record<string, unknown>>('GET', `/lead/${id}/`)
  await context.addInitScript((key) => sessionStorage.setItem('leadlight:production:key', key), KEY)

  const made: Made[] = []
  /** What was on disk, on the server or shown as saved after some kill: from then on it must not get lost. */
  const safe = new Set<string>()
  let amidst = 0
  for (let round = 0; round < KILLS; round += 1) {
    const page = await context.newPage()
    await page.goto(`${network.url}/leads/${id}`)
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('combobox', { name: `Add ${label}` })).toBeVisible()
    const own: Made[] = []
    for (let left = Math.ceil(random() * 3); left > 0; left -= 1) {
      const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'chip'
      const text = TEXTS[kind](made.length + own.length + 1)
      await make(pane, label, kind, text)
      own.push({ kind, text, at: Date.now() })
    }
    made.push(...own)
    await page.waitForTimeout(random() * 150) // the random moment at which it is killed
    for (const text of await shownAsSaved(page)) safe.add(text)
    const end = Date.now()
    await kill(page, round % 5 === 4 ? 'crash' : 'close')

    const next = await context.newPage()
    const disk = await readDisk(next, network.url)
    await next.close()
    if (disk !== '[]') amidst += 1
    const there = `${disk}${JSON.stringify(await stored())}`
    for (const { text } of made) if (there.includes(`"${text}"`)) safe.add(text)
    for (const { kind, text, at } of own) {
      // Of several addresses only the last is sent.
      const isReplaced = kind === 'url' && own.findLast((other) => other.kind === 'url')?.text !== text
      if (at < end - ON_DISK_MS && !isReplaced) expect([...safe]).toContain(text)
    }
  }

  const page = await context.newPage()
  await page.goto(`${network.url}/leads/${id}`)
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')
  const looker = await context.newPage()
  await expect.poll(() => readDisk(looker, network.url), { timeout: 30_000 }).toBe('[]')
  await expect(pane.getByRole('alert')).toHaveCount(0)
  await expect(pane.getByText('was not saved')).toHaveCount(0)

  const lead = await stored()
  const there = [
    ...[lead[`custom.${field.id}`]].flat().map(String),
    ...lead.tasks.map(({ text }) => text),
    ...lead.contacts.map(({ name }) => name),
  ]
  expect(there.filter((text, i) => there.indexOf(text) !== i)).toEqual([])
  const things = made.filter(({ kind, text }) => kind !== 'url' && safe.has(text)).map(({ text }) => text)
  expect(things.filter((text) => !there.includes(text))).toEqual([])
  expect(lead.url).toBe(made.findLast(({ kind, text }) => kind === 'url' && safe.has(text))?.text)
  // Many of the kills hit something that was on its way.
  expect(amidst).toBeGreaterThan(KILLS / 4)
})

/** The same random numbers each time, from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
