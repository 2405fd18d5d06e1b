import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'

test.describe('settings on a phone', () => {
  test('fit the screen, and a field is edited and moved by its menu', async ({ page }) => {
    await page.goto('/settings?demo-leads=12')
    const fields = page.getByRole('list', { name: 'Custom fields' })
    await expect(fields).toBeVisible()
    const width = await page.evaluate(() => {
      const boxes = [document.documentElement, ...document.querySelectorAll('main *')]
      return Math.max(
        ...boxes.filter((box) => box.clientWidth > 0).map((box) => box.getBoundingClientRect().right),
      )
    })
    expect(width).toBeLessThanOrEqual(390)
    await expectAccessible(page)

    await page.getByRole('button', { name: 'More for Industry' }).tap()
    await page.getByRole('menuitem', { name: 'Move down' }).tap()
    await expect(fields.getByRole('listitem').first()).toContainText('Employees')

    await page.getByRole('button', { name: 'More for Industry' }).tap()
    await page.getByRole('menuitem', { name: 'Edit' }).tap()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Branch')
    await dialog.getByRole('button', { name: 'Save' }).tap()
    await expect(fields.getByRole('listitem').nth(1)).toContainText('Branch')
  })
})
