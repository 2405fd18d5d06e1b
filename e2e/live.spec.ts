import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, type Page } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { checkRows, chooseCsv, csvFile } from './import-steps.ts'
import { demoPort } from './live-servers.ts'
import {
  enterKey,
  expectTable,
  fault,
  keptNames,
  KEY,
  leftBehind,
  openFirstLead,
  openSignedIn,
  requestsTo,
  unauthorized,
} from './live-setup.ts'

const signIn = 'Sign in to Leadlight'

test.describe('signing in', () => {
  test('with a key shows the leads of the address, and the key is nowhere but in memory', async ({
    page,
  }) => {
    const logged: string[] = []
    page.on('console', (message) => logged.push(message.text()))
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await page.goto('/leads')
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
    await expect(page.getByLabel('API key')).toBeFocused()
    await expect(page.getByLabel('API key')).toHaveAttribute('type', 'password')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByLabel('API key')).toHaveAccessibleDescription(/Paste your API key/)
    await enterKey(page, ` ${KEY} `)
    await expectTable(page)
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Leadlight Demo')
    expect(await leftBehind(page)).not.toContain('SeCrEt')
    expect(await page.context().cookies()).toEqual([])
    expect(addresses.join()).not.toContain('SeCrEt')
    expect(logged.join()).not.toContain('SeCrEt')

    await page.reload()
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
  })

  test('is kept over a reload for those who ask for it, in that tab alone', async ({ page, context }) => {
    await openSignedIn(page, '/leads', { keep: true })
    await expectTable(page)
    await page.reload()
    await expectTable(page)
    const other = await context.newPage()
    await other.goto('/leads')
    await expect(other.getByRole('heading', { name: signIn })).toBeVisible()
  })

  test('a wrong key says so at the box and keeps what was typed; no answer says so too', async ({ page }) => {
    const refused = await fault(page, () => true, unauthorized)
    await page.goto('/leads')
    await enterKey(page, 'api_wrong')
    const box = page.getByLabel('API key')
    await expect(box).toHaveAccessibleDescription(/does not accept this key/)
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('api_wrong')
    refused.stop()

    const broken = await fault(
      page,
      (_method, path) => path === '/me/',
      (route, count) => (count === 1 ? route.abort() : route.fulfill({ status: 503, body: '<h1>503</h1>' })),
    )
    await enterKey(page, KEY)
    await expect(page.getByRole('alert')).toContainText('could not be reached')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert')).toContainText('503')
    await expect(box).toHaveValue(KEY)
    broken.stop()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectTable(page)
  })

  test('is never asked for where a proxy adds the key', async ({ page }) => {
    await page.setExtraHTTPHeaders({ authorization: `Basic ${btoa('api_of_the_proxy:')}` })
    await page.goto('/settings')
    const connection = page.getByRole('region', { name: 'Connection' })
    await expect(connection).toContainText('this browser holds none')
    await expect(connection).toContainText('Leadlight Demo')
    await expect(connection.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
  })

  test('a person of several organisations chooses one, once for the tab', async ({ page }) => {
    const asked: string[] = []
    await belongToTwo(page)
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await openSignedIn(page, '/leads', { keep: true })
    await page.getByRole('button', { name: 'Leadlight Demo' }).click()
    await expectTable(page)
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Leadlight Demo')
    await page.reload()
    await expectTable(page)
    expect(asked.filter((path) => path.includes('orga_first'))).toEqual([])
  })

  test('the organisation can be changed in the settings, which says what goes with it', async ({ page }) => {
    await belongToTwo(page)
    await openSignedIn(page, '/leads/new', { keep: true })
    await page.getByRole('button', { name: 'Leadlight Demo' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half a lead')
    const nav = page.getByRole('navigation', { name: 'Main' })
    await expect(nav).toContainText('Leadlight Demo')
    await nav.getByRole('link', { name: 'Settings', exact: true }).click()
    const connection = page.getByRole('region', { name: 'Connection' })
    await connection.getByRole('combobox', { name: 'Organisation' }).click()
    await page.getByRole('option', { name: 'First Ltd' }).click()
    const question = page.getByRole('alertdialog', { name: 'Work in First Ltd?' })
    await expect(question).toContainText('Drafts and everything read from Leadlight Demo leave this tab')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(nav).toContainText('Leadlight Demo')

    await connection.getByRole('combobox', { name: 'Organisation' }).click()
    await page.getByRole('option', { name: 'First Ltd' }).click()
    await question.getByRole('button', { name: 'Change organisation' }).click()
    await expect(nav).toContainText('First Ltd')
    await expect(connection.getByRole('combobox', { name: 'Organisation' })).toHaveText('First Ltd')
    expect(await leftBehind(page)).not.toContain('Half a lead')
    await page.reload()
    await expect(nav).toContainText('First Ltd')
  })

  test('a badge names the organisation, on a phone too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await openSignedIn(page)
    await expect(page.getByRole('navigation', { name: 'Main' }).getByText('Leadlight Demo')).toBeVisible()
  })
})

/** Adds an organisation to those of the person. */
async function belongToTwo(page: Page) {
  const other = { id: 'orga_first', name: 'First Ltd' }
  await page.route('**/api/v1/me/', async (route) => {
    const answer = await route.fetch()
    if (!answer.ok()) return route.fulfill({ response: answer })
    const me = (await answer.json()) as { organizations: { id: string }[] }
    return route.fulfill({ response: answer, json: { ...me, organizations: [other, ...me.organizations] } })
  })
  await page.route('**/api/v1/organization/orga_first/', async (route) => {
    const me = await route.fetch({ url: route.request().url().replace('organization/orga_first', 'me') })
    const { organizations } = (await me.json()) as { organizations: object[] }
    return route.fulfill({ response: me, json: { ...organizations.at(-1), ...other } })
  })
}

test.describe('signing out', () => {
  test('forgets the key and all that was kept, in every tab', async ({ page, context }) => {
    await openSignedIn(page, '/leads', { keep: true })
    await expectTable(page)
    const other = await context.newPage()
    await openSignedIn(other, '/leads/new')
    await other.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half a lead')

    await page.goto('/leads')
    await expectTable(page)
    await page.getByRole('grid', { name: 'Leads' }).getByRole('link').first().click()
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').fill('sign out')
    await page.getByRole('option', { name: 'Sign out', exact: true }).click()
    const question = page.getByRole('alertdialog', { name: 'Sign out?' })
    await expect(question).toContainText('in all its tabs')
    await question.getByRole('button', { name: 'Sign out' }).click()
    for (const tab of [page, other]) {
      await expect(tab.getByRole('heading', { name: signIn })).toBeVisible()
      const kept = await tab.evaluate(() =>
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      )
      expect(kept).not.toContain('SeCrEt')
      expect(kept).not.toContain('lead_')
      expect(kept).not.toContain('Half a lead')
    }
    await page.goBack()
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
    expect(await leftBehind(page)).not.toContain('SeCrEt')
  })

  test('leaves nothing of the organisation in the browser, not even in the middle of an import', async ({
    page,
  }) => {
    page.on('dialog', (dialog) => void dialog.dismiss())
    await openSignedIn(page, '/leads', { keep: true })
    const pane = await openFirstLead(page)
    await pane.getByRole('button', { name: 'Add contact' }).click()
    await pane.getByRole('textbox', { name: 'Name', exact: true }).last().fill('Half a contact')
    const nav = page.getByRole('navigation', { name: 'Main' })
    await nav.getByRole('link', { name: 'Import', exact: true }).click()
    const rows = Array.from({ length: 40 }, (_, i) => `Imported ${Date.now()} ${i}`)
    await chooseCsv(page, csvFile(`Name\n${rows.join('\n')}\n`))
    await checkRows(page)
    const slow = await fault(
      page,
      (method, path) => method === 'POST' && path === '/lead/',
      async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 150))
        return route.fallback()
      },
    )
    await page.getByRole('button', { name: 'Import leads' }).click()
    await expect.poll(() => slow.count).toBeGreaterThan(4)
    expect((await keptNames(page)).join()).toMatch(/contact-draft.*last-import|last-import.*contact-draft/)

    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').fill('sign out')
    await page.getByRole('option', { name: 'Sign out', exact: true }).click()
    const question = page.getByRole('alertdialog', { name: 'Sign out?' })
    await question.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
    const writes = requestsTo(page, 'POST', '/lead/')
    expect(await keptNames(page)).toEqual([])
    await page.reload()
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
    expect(await keptNames(page)).toEqual([])
    expect(writes).toEqual([])
  })
})

test('demo and live keep nothing under the same name', async ({ page }) => {
  const names: string[][] = []
  for (const open of [
    () => openSignedIn(page, '/leads', { keep: true }),
    () => page.goto(`http://localhost:${demoPort}/leads`),
  ]) {
    await open()
    await openFirstLead(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').fill('dark')
    await page.getByRole('option', { name: 'Use the dark theme' }).click()
    names.push(
      await page.evaluate(async () => [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ]),
    )
  }
  const [live = [], demo = []] = names
  expect(live.join()).toContain('theme')
  expect(demo.join()).toContain('theme')
  expect(live.filter((name) => demo.includes(name))).toEqual([])
})

test('the live build holds nothing of the demo', () => {
  const folder = fileURLToPath(new URL('../dist/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => /serviceworker/i.test(name))).toEqual([])
  const code = files
    .filter((name) => /\.(js|html)$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n')
  for (const words of [
    'mockServiceWorker',
    'matching query does not exist',
    'Leadlight Demo',
    '__leadlightDemo.',
  ])
    expect(code).not.toContain(words)
})
