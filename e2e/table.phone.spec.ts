import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import {
  countOf,
  gridOf,
  header,
  names,
  openTable,
  openWithFields,
  cellOf,
  rowOf,
  storedLead,
} from './table-page.ts'

test.describe('the table on a phone', () => {
  test('shows name, a way to reach them and status in each row, and nothing past the screen', async ({
    page,
  }) => {
    const grid = await openTable(page)
    const row = rowOf(page, 'Bluth Company')
    await expect(row.getByRole('rowheader')).toContainText('Gob Bluth · gob@bluth.example')
    await expect(row.getByText('Potential')).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const box = await grid.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
  })

  test('has room for fingers', async ({ page }) => {
    await openTable(page)
    const small = await page.getByRole('main').evaluate((main) =>
      [...main.querySelectorAll('button, input, a, [role="columnheader"], [role="gridcell"]')]
        .filter(
          (element) => element.closest('[role="row"]') === null || element.matches('[role="gridcell"], a'),
        )
        .filter((element) => element.getBoundingClientRect().width > 0)
        .filter((element) => !element.matches('[role="gridcell"] a'))
        .filter((element) => element.getBoundingClientRect().height < 40)
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect(small).toEqual([])
  })

  test('opens a lead by a tap, over the table, and comes back to it', async ({ page }) => {
    await openTable(page)
    await gridOf(page).getByRole('link', { name: 'Bluth Company', exact: true }).tap()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { name: 'Bluth Company' }).first()).toBeVisible()
    await pane.getByRole('button', { name: 'Close', exact: true }).tap()
    await expect(rowOf(page, 'Bluth Company')).toBeVisible()
  })

  test('keeps the name in view while the other columns go by', async ({ page }) => {
    const grid = await openTable(page)
    await grid.evaluate((element) => element.scrollTo(900, 0))
    await expect(header(page, 'Lead')).toBeInViewport()
    await expect(header(page, 'Status')).not.toBeInViewport()
    await expect(
      grid.getByRole('checkbox', { name: 'Select Bluth Company', exact: true }),
    ).not.toBeInViewport()
    await expect(grid.getByRole('link', { name: 'Bluth Company', exact: true })).toBeInViewport()
  })

  test('edits a status by two taps and chips with the editor inside the screen', async ({ page }) => {
    await openWithFields(page, ['status_id', 'Systems'])
    const status = await cellOf(page, 'Bluth Company', 'Status')
    await status.tap()
    await status.tap()
    await status.getByRole('option', { name: 'Qualified' }).tap()
    await expect(status).toHaveText('Qualified')
    await expect.poll(async () => (await storedLead(page, 'Bluth Company'))['status_label']).toBe('Qualified')

    const systems = await cellOf(page, 'Bluth Company', 'Systems')
    await systems.tap()
    await systems.tap()
    const add = systems.getByRole('combobox', { name: 'Add Systems' })
    await expect(add).toBeFocused()
    await expect(add).toBeInViewport({ ratio: 1 })
    const editor = await systems.locator('[data-open-cell]').boundingBox()
    expect(editor?.x).toBeGreaterThanOrEqual(0)
    expect((editor?.x ?? 0) + (editor?.width ?? 999)).toBeLessThanOrEqual(390)
    await page.getByRole('option', { name: 'Cloud ERP' }).tap()
    await expect(systems.getByRole('listitem').filter({ hasText: 'Cloud ERP' })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search leads' }).tap()
    await expect(systems.locator('[data-open-cell]')).toHaveCount(0)
    await expect(systems).toContainText('Cloud ERP')
  })

  test('searches, sorts, chooses leads and columns by touch', async ({ page }) => {
    await openTable(page)
    await page.getByRole('searchbox', { name: 'Search leads' }).fill('bluth')
    await expect(countOf(page)).toHaveText('2 leads')
    await header(page, 'Lead').tap()
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(() => names(page).then(([first]) => first)).toContain('Bluth Company')
    await gridOf(page).getByRole('checkbox', { name: 'Select all leads' }).tap()
    await expect(page.getByRole('toolbar', { name: 'Selected leads' })).toContainText('2 of 2 selected')
    await expect(page.getByRole('toolbar', { name: 'Selected leads' })).toBeInViewport({ ratio: 1 })

    await page.getByRole('button', { name: 'Columns', exact: true }).tap()
    const dialog = page.getByRole('dialog', { name: 'Columns' })
    await dialog.getByRole('checkbox', { name: 'Status' }).tap()
    await dialog.getByRole('button', { name: 'Move Email up' }).tap()
    await expect(header(page, 'Status')).toHaveCount(0)
    const box = await dialog.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390)
  })
})
