import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'

test.describe('getting around on a phone', () => {
  test('the bar at the bottom leads to the pages', async ({ page }) => {
    await page.goto('/leads?demo-leads=60')
    const bar = page.getByRole('navigation', { name: 'Main' })
    const place = await bar.boundingBox()
    expect(Math.round((place?.y ?? 0) + (place?.height ?? 0))).toBe(844)
    for (const [link, title] of [
      ['Import', 'Import leads'],
      ['Merge', 'Merge leads'],
      ['Settings', 'Settings'],
      ['Leads', 'Leads'],
    ] as const) {
      await bar.getByRole('link', { name: link, exact: true }).tap()
      await expect(page).toHaveTitle(`${title} · Leadlight`)
    }
    await expectAccessible(page)
  })

  test('the palette covers the screen, finds a lead, and can be left', async ({ page }) => {
    await page.goto('/settings?demo-leads=60')
    await page.getByRole('button', { name: 'Search and commands' }).tap()
    const palette = page.getByRole('dialog', { name: 'Search and commands' })
    await palette.getByRole('button', { name: 'Cancel' }).tap()
    await expect(palette).toHaveCount(0)
    await page.getByRole('button', { name: 'Search and commands' }).tap()
    await palette.getByRole('combobox').fill('bluth')
    await palette.getByRole('option', { name: /^Bluth Company/ }).tap()
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toContainText('Bluth Company')
  })
})
