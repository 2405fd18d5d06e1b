import { expect, type Page } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { allow, test } from './live-gateway-setup.ts'
import { expectTable, leftBehind, openFirstLead, requestsTo, stored } from './live-setup.ts'

const signIn = 'Sign in to Leadlight'
const fresh = (name: string) => `https://${name}-${Date.now()}.example`

async function openSignedIn(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Sign in with Close' }).click()
  await allow(page)
}

/** Presses the button of the dialog, and signs in in the window that opens. */
async function signInBeside(page: Page) {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Sign in with Close' }).click()
  const window = await opened
  await allow(window)
  return window
}

test.describe('behind the gateway', () => {
  test('a person signs in at Close, comes back to the address and works', async ({ page, gateway }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${gateway.url}/leads?q=a`)
    const button = page.getByRole('button', { name: 'Sign in with Close' })
    await expect(page.getByRole('heading', { name: signIn })).toBeVisible()
    await expect(button).toBeFocused()
    await expect(page.getByLabel('API key')).toHaveCount(0)
    await expectAccessible(page)
    // That nobody is signed in was known without asking.
    expect(asked.filter((url) => /\/(api|auth)\//.test(url))).toEqual([])

    await button.click()
    await allow(page)
    await expectTable(page)
    expect(new URL(page.url()).search).toBe('?q=a')
    const pane = await openFirstLead(page)
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('gateway')
    await url.fill(typed)
    await url.press('Enter')
    await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    const [cookie] = await page.context().cookies(gateway.url)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(await leftBehind(page)).not.toMatch(/access-\d|refresh-\d|client-secret|session=/)
    expect(gateway.log()).not.toMatch(/access-\d|refresh-\d|code-ok|client-secret|q=a/)
  })

  test('leave denied at Close can be asked for again', async ({ page, gateway }) => {
    await page.goto(`${gateway.url}/settings`)
    await page.getByRole('button', { name: 'Sign in with Close' }).click()
    await page.getByRole('link', { name: 'Deny' }).click()
    await expect(page.getByText('Close was not allowed to share your data')).toBeVisible()
    await page.getByRole('link', { name: 'Try again' }).click()
    await allow(page)
    const connection = page.getByRole('region', { name: 'Connection' })
    await expect(connection).toContainText('in a cookie that no script of this page can read')
    await expect(connection).toContainText('Leadlight Demo')
  })

  test('a session that ends during work is renewed in place, and nothing typed is lost', async ({
    page,
    gateway,
  }) => {
    await openSignedIn(page, `${gateway.url}/leads`)
    const pane = await openFirstLead(page)
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    const writes = requestsTo(page, 'PUT', '/lead/')
    gateway.close.forgetUser()
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('typed')
    await url.fill(typed)
    await url.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    await expect(dialog).toContainText('Your sign-in at Close has ended')
    await expect(dialog).toContainText('One change is not saved yet and will be sent as soon as you are back')
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    const description = pane.getByRole('textbox', { name: 'Description' })
    const text = fresh('typed while signed out')
    await description.fill(text)
    await description.press('ControlOrMeta+Enter')

    await page.getByRole('button', { name: 'Sign in again' }).click()
    const beside = await signInBeside(page)
    await expect(dialog).toBeHidden()
    await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    await expect.poll(async () => (await stored(page))['description']).toBe(text)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    const answers = await Promise.all(writes.map((request) => request.response()))
    expect(answers.filter((answer) => answer?.ok())).toHaveLength(2)
    await expect.poll(() => beside.isClosed()).toBe(true)
  })

  test('tokens that Close renews are no matter for the person', async ({ page, gateway }) => {
    await openSignedIn(page, `${gateway.url}/leads`)
    const pane = await openFirstLead(page)
    gateway.close.forgetTokens()
    const url = pane.getByRole('textbox', { name: 'URL' })
    const typed = fresh('renewed')
    await url.fill(typed)
    await url.press('Enter')
    await expect.poll(async () => (await stored(page))['url']).toBe(typed)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('nothing is sent in the name of somebody else who signs in', async ({ page, gateway, context }) => {
    await openSignedIn(page, `${gateway.url}/leads`)
    const pane = await openFirstLead(page)
    const before = await stored(page)
    const url = pane.getByRole('textbox', { name: 'URL' })
    await url.fill(fresh('not-by-kim'))

    gateway.close.userId = 'user_kim'
    const other = await context.newPage()
    await other.goto(`${gateway.url}/auth/sign-in`)
    await allow(other)
    await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await page.bringToFront()
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    // Reading in the background may ask before the edit does; the edit is then made by leaving its box.
    await expect(async () => {
      if (!(await dialog.isVisible())) await url.press('Enter', { timeout: 1_000 })
      await expect(dialog).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(dialog.getByRole('alert')).toContainText('Kim Roe is signed in now')
    expect((await stored(page))['url']).toBe(before['url'])

    gateway.close.userId = 'user_ann'
    await signInBeside(page)
    await expect(dialog).toBeHidden()
    await expect.poll(async () => (await stored(page))['url']).toMatch('not-by-kim')
  })

  test('signing out revokes the tokens and forgets everything, in every tab', async ({
    page,
    gateway,
    context,
  }) => {
    await openSignedIn(page, `${gateway.url}/leads`)
    await expectTable(page)
    const other = await context.newPage()
    await other.goto(`${gateway.url}/leads/new`)
    await other.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half a lead')
    expect(gateway.close.tokenCount()).toBeGreaterThan(0)

    await page.bringToFront()
    await page.goto(`${gateway.url}/settings`)
    await page.route('**/auth/sign-out', (route) => route.abort(), { times: 1 })
    await page.getByRole('region', { name: 'Connection' }).getByRole('button', { name: 'Sign out' }).click()
    const question = page.getByRole('alertdialog', { name: 'Sign out?' })
    await question.getByRole('button', { name: 'Sign out' }).click()
    await expect(question.getByRole('alert')).toContainText('You are still signed in')
    expect(gateway.close.tokenCount()).toBeGreaterThan(0)
    await question.getByRole('button', { name: 'Sign out' }).click()
    for (const tab of [page, other]) {
      await expect(tab.getByRole('heading', { name: signIn })).toBeVisible()
      expect(await leftBehind(tab)).not.toMatch(/lead_|Half a lead|user_ann/)
    }
    expect(gateway.close.tokenCount()).toBe(0)
    expect(await context.cookies(gateway.url)).toEqual([])
  })
})
