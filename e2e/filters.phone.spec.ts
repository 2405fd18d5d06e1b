import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { countOf, openTable } from './table-page.ts'

test('on a phone leads are filtered by touch', async ({ page }) => {
  await openTable(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).tap()
  const panel = page.getByRole('dialog', { name: 'Filter' })
  await panel.getByRole('combobox', { name: 'Add filter' }).fill('status')
  await page.getByRole('option', { name: 'Status', exact: true }).tap()
  await panel.getByRole('checkbox', { name: 'Customer' }).tap()
  await expect(countOf(page)).not.toHaveText('60 leads')
  const box = await panel.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
  await panel.getByRole('button', { name: 'Done' }).tap()
  const chips = page.getByRole('group', { name: 'Active filters' })
  await expect(chips).toContainText('Status is Customer')
  await chips.getByRole('button', { name: 'Remove Status is Customer' }).tap()
  await expect(countOf(page)).toHaveText('60 leads')
})
