import { expect, test, type Page } from '@playwright/test'

import {
  enterKey,
  expectTable,
  fault,
  KEY,
  openFirstLead,
  openWithKey,
  requestsTo,
  stored,
  unauthorized,
} from './live-setup.ts'

const OTHER_KEY = 'api_another.key'

const isLeadWrite = (method: string, path: string) => method === 'PUT' && path.startsWith('/lead/')

/** No request of the key is accepted any more, from the first one on that `starts` names. */
async function expire(page: Page, starts: (method: string, path: string) => boolean) {
  const header = `Basic ${btoa(`${KEY}:`)}`
  let isOver = false
  await fault(
    page,
    (method, path) => (isOver ||= starts(method, path)),
    (route) =>
      route.request().headers()['authorization'] === header ? unauthorized(route) : route.fallback(),
  )
}

/** Lets the page read again, as it does when another tab changed something. */
async function readAgain(page: Page) {
  await page.evaluate(() => new BroadcastChannel('leadlight:production').postMessage({ kind: 'settings' }))
}

/** Lets the page read its lists again, as it does when another tab changed a lead. */
async function readListsAgain(page: Page) {
  await page.evaluate(() => new BroadcastChannel('leadlight:production').postMessage({ kind: 'lists' }))
}

/** A value that no earlier run has left on the server. */
const fresh = (name: string) => `https://${name}-${Date.now()}.example`

test.describe('a key that stops working', () => {
  test('keeps an edit on its way until the person is back, and then saves it', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    const writes = requestsTo(page, 'PUT', '/lead/')
    await expire(page, isLeadWrite)
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('typed')
    await url.fill(typed)
    await url.press('Enter')

    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(dialog).toContainText('One change is not saved yet and will be sent as soon as you are back')
    // Put off, it stays in reach, and the page is as it was.
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(url).toHaveValue(typed)
    const description = pane.getByRole('textbox', { name: 'Description' })
    const text = fresh('typed while signed out')
    await description.fill(text)
    await description.press('ControlOrMeta+Enter')
    await page.getByRole('button', { name: 'Sign in again' }).click()
    await expect(dialog).toContainText('2 changes are not saved yet')

    await enterKey(dialog, KEY)
    await expect(dialog.getByLabel('API key')).toHaveAccessibleDescription(/does not accept this key/)
    await enterKey(dialog, OTHER_KEY)
    await expect(dialog).toBeHidden()
    await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    await expect.poll(async () => (await stored(page))['description']).toBe(text)
    await expect(pane.getByRole('group', { name: 'URL' })).not.toContainText('not saved')
    const answers = await Promise.all(writes.map((request) => request.response()))
    const accepted = writes.filter((_request, i) => answers[i]?.ok())
    expect(accepted.map((request) => request.postDataJSON() as unknown)).toEqual([
      { url: typed },
      { description: text },
    ])
  })

  test('does not cost what is just being typed', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('half')
    await url.fill('')
    await page.keyboard.type(typed)
    await expire(page, () => true)
    await readAgain(page)
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await enterKey(dialog, OTHER_KEY)
    await expect(dialog).toBeHidden()
    await expect(url).toHaveValue(typed)
  })

  test("takes nobody else's key, and signing out says what would be lost", async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    await expire(page, isLeadWrite)
    await page.route('**/api/v1/me/', async (route) => {
      const answer = await route.fetch()
      const me = (await answer.json()) as Record<string, unknown>
      const isOther = route.request().headers()['authorization'] === `Basic ${btoa(`${OTHER_KEY}:`)}`
      return isOther
        ? route.fulfill({
            response: answer,
            json: { ...me, id: 'user_other', first_name: 'Kim', last_name: 'Roe' },
          })
        : route.fallback()
    })
    const url = pane.getByRole('textbox', { name: 'URL' })
    await url.fill('https://lost.example')
    await url.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await enterKey(dialog, OTHER_KEY)
    await expect(dialog.getByLabel('API key')).toHaveAccessibleDescription(/key of Kim Roe/)

    await dialog.getByRole('button', { name: 'Sign out' }).click()
    const question = page.getByRole('alertdialog', { name: 'Sign out?' })
    await expect(question).toContainText('One change is not saved yet and would be lost')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await question.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Leadlight' })).toBeVisible()
  })

  test('is not what a refused permission is: that one is told where it happened', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    await fault(page, isLeadWrite, (route, count) => {
      if (count === 1) return unauthorized(route)
      const error = count === 2 ? 'Only admins may do this.' : 'Your plan has no custom URLs.'
      return route.fulfill({ status: count === 2 ? 403 : 402, json: { error } })
    })
    const group = pane.getByRole('group', { name: 'URL' })
    for (const words of [
      'key is no longer valid',
      'Only admins may do this',
      'Your plan has no custom URLs',
    ]) {
      const url = pane.getByRole('textbox', { name: 'URL' })
      await url.fill(fresh(`refused${words.length}`))
      await url.press('Enter')
      await expect(group).toContainText(words)
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
})

test.describe('a server in trouble', () => {
  test('that wants fewer requests is waited out, in sight, and the edit is made once', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    const storm = await fault(page, isLeadWrite, (route, count) =>
      count <= 2
        ? route.fulfill({
            status: 429,
            headers: { ratelimit: 'limit=100, remaining=0, reset=1.25' },
            body: '',
          })
        : route.fallback(),
    )
    const description = pane.getByRole('textbox', { name: 'Description' })
    const text = fresh('typed in a storm')
    await description.fill(text)
    await description.press('ControlOrMeta+Enter')
    await expect(page.getByText(/Close asks us to slow down: next try in \d s/)).toBeVisible()
    await expect(description).toHaveValue(text)
    await expect.poll(async () => (await stored(page))['description']).toBe(text)
    await expect(page.getByText(/slow down/)).toBeHidden()
    expect(storm.count).toBe(3)
  })

  test('is told beside the edit, which stays and can be sent again', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    const group = pane.getByRole('group', { name: 'URL' })
    const url = pane.getByRole('textbox', { name: 'URL' })
    const html = { contentType: 'text/html', body: '<!doctype html><p>A login page' }
    for (const [what, words, answer] of [
      ['fails', 'had a problem (500)', { status: 500, ...html }],
      ['hangs-up', 'Waits to be sent', null],
      ['answers-html', 'does not understand', { status: 200, ...html }],
      ['forgets-ids', 'does not understand', { status: 200, json: { display_name: 'No id' } }],
      ['wants-a-pause', 'Waits to be sent', { status: 429, headers: { 'retry-after': '600' } }],
    ] as const) {
      const broken = await fault(page, isLeadWrite, (route) =>
        answer === null ? route.abort('connectionreset') : route.fulfill(answer),
      )
      const typed = fresh(what)
      await url.fill(typed)
      await url.press('Enter')
      await expect(group).toContainText(words)
      await expect(url).toHaveValue(typed)
      broken.stop()
      // What may pass soon is sent again by itself.
      if (what !== 'hangs-up') await group.getByRole('button', { name: /^Retry/ }).click()
      await expect(group.getByRole('button', { name: /^Retry/ })).toBeHidden()
      await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    }
  })

  test('reads that fail say why and are read again on request', async ({ page }) => {
    await openWithKey(page)
    await expectTable(page)
    const html = { contentType: 'text/html', body: '<!doctype html><p>A login page' }
    const search = page.getByRole('searchbox', { name: 'Search leads' })
    for (const [words, answer] of [
      ['does not understand', { status: 200, json: { data: 'nothing' } }],
      ['had a problem (502)', { status: 502, ...html }],
      ['could not be reached', null],
      ['Your plan has no search', { status: 402, json: { error: 'Your plan has no search.' } }],
      ['You are not allowed to do this', { status: 403, ...html }],
    ] as const) {
      const broken = await fault(
        page,
        (method, path) => method === 'POST' && path === '/data/search/',
        (route) => (answer === null ? route.abort('connectionreset') : route.fulfill(answer)),
      )
      // Each search is a list that was not read before.
      await search.fill(words.slice(-3))
      await expect(page.getByRole('alert')).toContainText(words)
      broken.stop()
      await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await search.fill('')
      await expectTable(page)
    }
  })

  test('whose answer to a new lead is lost gets no second one', async ({ page }) => {
    await openWithKey(page)
    await expectTable(page)
    const made = requestsTo(page, 'POST', '/lead/')
    await fault(
      page,
      (method, path) => method === 'POST' && path === '/lead/',
      async (route) => {
        await route.fetch()
        return route.abort('connectionreset')
      },
    )
    await page.keyboard.press('n')
    const name = `Made once ${Date.now()}`
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill(name)
    await page.getByRole('button', { name: 'Create lead' }).click()
    await expect(page.getByRole('alert')).toContainText('It is not known whether the lead was created')
    await page.getByRole('button', { name: 'Create lead' }).click()
    await expect(page.getByText('It did arrive')).toBeVisible()
    expect(made).toHaveLength(1)
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toContainText(name)
  })

  test('whose lists lag hides nothing that was just done, and brings nothing back', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    const grid = page.getByRole('grid', { name: 'Leads' })
    const rows = await grid.getByRole('rowheader').getByRole('link').allTextContents()
    const [, , doomed = ''] = rows
    // From now on each search is answered as it was at first.
    const answers = new Map<string, string>()
    await page.route('**/api/v1/data/search/', async (route) => {
      const key = route.request().postData() ?? ''
      if (!answers.has(key)) answers.set(key, await (await route.fetch()).text())
      return route.fulfill({ contentType: 'application/json', body: answers.get(key) ?? '' })
    })
    await readListsAgain(page)
    await expect.poll(() => answers.size).toBeGreaterThan(0)

    await pane.getByRole('button', { name: 'Edit name' }).click()
    const renamed = `Renamed ${Date.now()}`
    await pane.getByRole('textbox', { name: 'Name', exact: true }).first().fill(renamed)
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('link', { name: renamed })).toBeVisible()

    await grid.getByRole('link', { name: doomed, exact: true }).click()
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(doomed)
    const deleted = page.waitForResponse((answer) => answer.request().method() === 'DELETE')
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete lead' }).click()
    await deleted

    await page.keyboard.press('n')
    const created = `Created ${Date.now()}`
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill(created)
    await page.getByRole('button', { name: 'Create lead' }).click()
    await expect(pane).toContainText(created)

    const read = page.waitForResponse('**/api/v1/data/search/')
    await readListsAgain(page)
    await read
    await expect(grid.getByRole('link', { name: renamed })).toBeVisible()
    await expect(grid.getByRole('link', { name: created })).toBeVisible()
    await expect(grid.getByRole('link', { name: doomed, exact: true })).toHaveCount(0)
  })

  test('that is slow leaves what was typed on screen as saving', async ({ page }) => {
    await openWithKey(page)
    const pane = await openFirstLead(page)
    let release: () => void = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await fault(page, isLeadWrite, async (route) => {
      await released
      return route.fallback()
    })
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('slow')
    await url.fill(typed)
    await url.press('Enter')
    await expect(url).toHaveAttribute('aria-busy', 'true')
    await expect(url).toHaveValue(typed)
    release()
    await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    await expect(url).not.toHaveAttribute('aria-busy')
  })
})

test('a page without the code that saves says so instead of taking edits that it would lose', async ({
  page,
}) => {
  let refusals = 0
  await page.route(/\/assets\/background-[^/]*\.js$/, async (route) => {
    refusals += 1
    return refusals === 1 ? route.abort() : route.fallback()
  })
  await openWithKey(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Leadlight could not start')
  await expect(alert).toContainText('A part of the page could not be loaded')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expectTable(page)
})
