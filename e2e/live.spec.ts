import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { enterKey, expectTable, fault, KEY, leftBehind, openSignedIn, unauthorized } from './live-setup.ts'

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
    await page.route('**/api/v1/me/', async (route) => {
      const answer = await route.fetch()
      const me = await answer.json()
      if (!answer.ok()) return route.fulfill({ response: answer })
      const organizations = [{ id: 'orga_first', name: 'First Ltd' }, ...me.organizations]
      return route.fulfill({ response: answer, json: { ...me, organizations } })
    })
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await openSignedIn(page, '/leads', { keep: true })
    await page.getByRole('button', { name: 'Leadlight Demo' }).click()
    await expectTable(page)
    await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('Leadlight Demo')
    await page.reload()
    await expectTable(page)
    expect(asked.filter((path) => path.includes('orga_first'))).toEqual([])
  })
})

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
