import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'

import { expectTable, openFirstLead, openSignedIn, stored } from './live-setup.ts'

/** The event log is asked every 10 s. */
const ARRIVES = { timeout: 25_000 }
test.setTimeout(120_000)

/** The same lead open in another browser. */
async function openElsewhere(browser: Browser, url: string): Promise<{ page: Page; pane: Locator }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await openSignedIn(page, new URL(url).pathname)
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')
  return { page, pane }
}

/** Adds a value by its place in the list of those that are left; answers it. */
async function addChip(pane: Locator, place: number): Promise<string> {
  const box = pane.getByRole('combobox', { name: 'Add Systems' })
  await box.click()
  const option = pane.page().getByRole('option').nth(place)
  const text = (await option.textContent()) ?? ''
  await option.click()
  return text
}

test('two browsers edit one lead: both added values stay, and each sees what the other did', async ({
  page,
  browser,
}) => {
  await openSignedIn(page)
  await expectTable(page)
  const pane = await openFirstLead(page)
  const other = await openElsewhere(browser, page.url())

  const [mine, theirs] = await Promise.all([addChip(pane, 0), addChip(other.pane, 1)])
  expect(mine).not.toBe(theirs)
  for (const value of [mine, theirs]) {
    await expect(pane.getByRole('button', { name: `Remove ${value}` })).toBeVisible(ARRIVES)
    await expect(other.pane.getByRole('button', { name: `Remove ${value}` })).toBeVisible(ARRIVES)
  }

  const typed = `https://other-${Date.now()}.example`
  await other.pane.getByRole('textbox', { name: 'URL' }).fill(typed)
  await other.pane.getByRole('textbox', { name: 'URL' }).press('Enter')
  await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue(typed, ARRIVES)
  await other.page.context().close()
})

test('two browsers set one field: the second one is asked', async ({ page, browser }) => {
  await openSignedIn(page)
  const pane = await openFirstLead(page)
  const other = await openElsewhere(browser, page.url())
  const box = pane.getByRole('textbox', { name: 'URL' })
  const first = `https://first-${Date.now()}.example`
  const second = `https://second-${Date.now()}.example`
  await box.fill(second) // typed before the other's change arrives
  await other.pane.getByRole('textbox', { name: 'URL' }).fill(first)
  await page.waitForTimeout(3_500) // what was just read counts as known
  await other.pane.getByRole('textbox', { name: 'URL' }).press('Enter')
  await expect.poll(async () => (await stored(page))['url']).toBe(first)
  await box.press('Enter')
  const note = pane.getByRole('alert').filter({ hasText: 'URL was not saved' })
  await expect(note).toContainText(first)
  await note.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(async () => (await stored(page))['url']).toBe(second)
  await expect(other.pane.getByRole('textbox', { name: 'URL' })).toHaveValue(second, ARRIVES)
  await other.page.context().close()
})
