import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'

import { askEngine, fault, openSignedIn, requestsTo } from './live-setup.ts'
import {
  addChip,
  addContact,
  addNote,
  addTask,
  makeEdits,
  setUrl,
  storedEdits,
  thirtyEdits,
} from './many-edits.ts'

/** What was read or answered this long ago is compared again before a value is set, in milliseconds. */
const FRESH_MS = 3_000
/** A page that was open this long has fetched the code that it may need later, in milliseconds. */
const CODE_AHEAD_MS = 4_500
/** The event log is asked every 10 s. */
const ARRIVES = { timeout: 25_000 }

/** What a test put on the server for itself. */
const own: string[] = []
test.afterEach(async () => {
  for (const path of own.splice(0)) await askEngine('DELETE', path)
})

/** A lead with a field of several values, which no other test has. */
async function prepare() {
  const run = String(Date.now())
  const label = `Values ${run}`
  const { id } = await askEngine<{ id: string }>('POST', '/custom_field/lead/', {
    name: label,
    type: 'choices',
    accepts_multiple_values: true,
    choices: Array.from({ length: 12 }, (_, i) => `Value ${i + 1}`),
  })
  const lead = await askEngine<{ id: string }>('POST', '/lead/', { name: `Shared ${run}` })
  own.push(`/lead/${lead.id}/`, `/custom_field/lead/${id}/`)
  const stored = () => storedEdits((path) => askEngine('GET', path), lead.id, `custom.${id}`)
  return { run, label, leadId: lead.id, path: `/leads/${lead.id}`, stored }
}

async function openLead(page: Page, path: string): Promise<Locator> {
  await openSignedIn(page, path)
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')
  return pane
}

async function inAnotherBrowser(browser: Browser, path: string) {
  const context = await browser.newContext()
  return { pane: await openLead(await context.newPage(), path), close: () => context.close() }
}

const queue = (page: Page) => page.getByRole('navigation').getByRole('status')

test('two browsers edit one lead: added values are all there, and who sets second sees both and chooses', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const { run, label, path, stored } = await prepare()
  const pane = await openLead(page, path)
  const other = await inAnotherBrowser(browser, path)
  const chips = (where: Locator) => where.getByRole('list', { name: label }).getByRole('listitem')

  await Promise.all([addChip(pane, label, 'Value 1'), addChip(other.pane, label, 'Value 2')])
  await expect.poll(async () => (await stored()).chips).toEqual(['Value 1', 'Value 2'])
  await expect(chips(pane)).toHaveCount(2, ARRIVES)
  await expect(chips(other.pane)).toHaveCount(2, ARRIVES)

  for (const choice of ['Keep mine', 'Keep theirs'] as const) {
    const [mine, theirs] = [
      `https://mine-${choice.length}-${run}.example`,
      `https://theirs-${choice.length}-${run}.example`,
    ]
    const box = pane.getByRole('textbox', { name: 'URL' })
    await box.fill(mine) // before theirs arrives here
    await page.waitForTimeout(FRESH_MS + 500) // what was heard in the last seconds is not read again
    await setUrl(other.pane, theirs)
    await expect.poll(async () => (await stored()).fields.url).toBe(theirs)
    await box.press('Enter')
    const note = pane.getByRole('alert').filter({ hasText: 'URL was not saved' })
    await expect(note).toContainText(mine)
    await expect(note).toContainText(theirs)
    await expect(queue(page)).toHaveText('1 needs you')

    // What else is done to the lead does not wait for the decision.
    const value = choice === 'Keep mine' ? 'Value 3' : 'Value 4'
    await addChip(pane, label, value)
    await expect.poll(async () => (await stored()).chips).toContain(value)
    expect((await stored()).fields.url).toBe(theirs)

    await note.getByRole('button', { name: choice }).click()
    await expect(note).toHaveCount(0)
    const kept = choice === 'Keep mine' ? mine : theirs
    await expect(box).toHaveValue(kept)
    await expect.poll(async () => (await stored()).fields.url).toBe(kept)
    await expect(other.pane.getByRole('textbox', { name: 'URL' })).toHaveValue(kept, ARRIVES)
    await expect(queue(page)).toHaveText('')
  }
  await other.close()
})

test('thirty edits offline outlive the browser, and each arrives once when it is back', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const { run, label, path, stored } = await prepare()
  const wanted = thirtyEdits(run)
  const profile = await mkdtemp(join(tmpdir(), 'leadlight-'))
  const openBrowser = (): Promise<BrowserContext> =>
    playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      ...(baseURL !== undefined && { baseURL }),
      viewport: { width: 1440, height: 900 },
    })

  const before = await openBrowser()
  const page = before.pages()[0] ?? (await before.newPage())
  const pane = await openLead(page, path)
  await page.waitForTimeout(CODE_AHEAD_MS) // the code of the queue panel is fetched ahead of time
  await before.setOffline(true)
  await makeEdits(pane, label, wanted)
  await expect(queue(page)).toHaveText('30 changes waiting')
  await queue(page).getByRole('button').click()
  const panel = page.getByRole('dialog', { name: 'Changes that are not saved yet' })
  await expect(panel.getByRole('listitem')).toHaveCount(30)
  await before.close()
  expect((await stored()).tasks).toEqual([])

  const after = await openBrowser()
  const again = after.pages()[0] ?? (await after.newPage())
  const writes = [requestsTo(again, 'POST', '/task/'), requestsTo(again, 'POST', '/contact/')]
  const paneAgain = await openLead(again, path)
  await expect.poll(stored, { timeout: 30_000 }).toEqual(wanted)
  expect(writes.map(({ length }) => length)).toEqual([wanted.tasks.length, wanted.contacts.length])
  await expect(queue(again)).toHaveText('')
  await expect(paneAgain.getByRole('heading', { level: 2 })).toHaveText(wanted.fields.name)
  await after.close()
  await rm(profile, { recursive: true, force: true })
})

test('what the server did although its answer was lost is not done again', async ({ page }) => {
  const { run, label, path, stored } = await prepare()
  const pane = await openLead(page, path)
  const wanted = thirtyEdits(run)
  const seen = new Set<string>()
  // The answer to the first request of each kind does not come back.
  const broken = await fault(
    page,
    (method, to) => {
      const kind = `${method} ${to.split('/').slice(1, 3).join('/')}`
      if (method === 'GET' || to === '/data/search/' || seen.has(kind)) return false
      seen.add(kind)
      return true
    },
    async (route) => {
      await route.fetch()
      return route.abort('connectionreset')
    },
  )
  await setUrl(pane, wanted.fields.url)
  await addChip(pane, label, 'Value 1')
  await addTask(pane, 'Once')
  await addContact(pane, 'The One')
  await pane.getByRole('tab', { name: 'Activity' }).click()
  await addNote(pane, 'Said once')
  await expect.poll(() => broken.count).toBe(4)
  await expect.poll(async () => (await stored()).notes).toEqual(['Said once'])
  await expect(queue(page)).toHaveText(/waiting/)
  await expect(queue(page)).toHaveText('', { timeout: 30_000 })
  expect(await stored()).toMatchObject({
    fields: { url: wanted.fields.url },
    chips: ['Value 1'],
    tasks: ['Once'],
    contacts: ['The One'],
    notes: ['Said once'],
  })
})
