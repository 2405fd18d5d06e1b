import { expect, test, type Page } from '@playwright/test'

import { demoReady, readApi } from './api.ts'

/** Makes the next drawing of the navigation fail, until the page is loaded anew. */
async function breakFrame(page: Page) {
  await page.evaluate(() => {
    window.matchMedia = () => {
      throw new Error('The screen is upside down.')
    }
  })
}

test.describe('when what stands around the pages breaks', () => {
  test('a page says what happened, a change goes on being sent, and a reload brings all back', async ({
    page,
  }) => {
    await page.goto('/leads?demo-leads=12&demo-latency=700')
    await demoReady(page)
    await page.getByRole('grid', { name: 'Leads' }).getByRole('link').first().click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane).toHaveAttribute('aria-busy', 'false')
    const path = new URL(page.url()).pathname.replace('/leads', '/lead')
    const url = pane.getByRole('textbox', { name: 'URL' })
    await url.fill('https://on-its-way.example')
    await url.press('Enter')
    await breakFrame(page)
    await pane.getByRole('button', { name: 'Next lead' }).click()

    await expect(page.getByRole('alert')).toContainText('The screen is upside down.')
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
    await expect
      .poll(async () => (await readApi<{ url: string }>(page, `${path}/`)).url)
      .toBe('https://on-its-way.example')
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('a half-typed lead is there after the reload', async ({ page }) => {
    await page.goto('/leads/new?demo-leads=12')
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half a lead')
    await breakFrame(page)
    await page.getByRole('link', { name: 'Import' }).click()
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.goto('/leads/new')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue('Half a lead')
  })
})
