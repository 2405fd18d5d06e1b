import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { setSwitches } from './lead-pane-setup.ts'
import { countOf, gridOf, header, names, openTable } from './table-page.ts'

const failing = (rules: string) => `?demo-leads=60&demo-fail=${encodeURIComponent(rules)}`

test.describe('while leads are on their way', () => {
  test('rows that look like rows stand in for them, and nothing jumps', async ({ page }) => {
    await page.goto('/leads?demo-leads=60&demo-latency=1500')
    const grid = gridOf(page)
    await expect(grid).toHaveAttribute('aria-busy', 'true')
    await expect(grid).toHaveAttribute('aria-rowcount', '-1')
    const skeleton = grid.locator('[data-row="3"]')
    const before = await skeleton.boundingBox()
    await expect(countOf(page)).toHaveCount(0)
    await expect(grid.getByRole('link').first()).toBeVisible({ timeout: 15_000 })
    await expect(grid).toHaveAttribute('aria-busy', 'false')
    const after = await grid.locator('[data-row="3"]').boundingBox()
    expect([after?.y, after?.height]).toEqual([before?.y, before?.height])
    await expect(countOf(page)).toHaveText('60 leads')
  })

  test('another order keeps the rows of the one before until it is there', async ({ page }) => {
    await openTable(page)
    await setSwitches(page, { latency: 1_500 })
    const before = await names(page)
    await header(page, 'Lead').click()
    await expect(gridOf(page)).toHaveAttribute('aria-busy', 'true')
    expect(await names(page)).toEqual(before)
    await expect(gridOf(page)).toHaveAttribute('aria-busy', 'false')
    expect(await names(page)).not.toEqual(before)
  })

  test('a column that was just shown waits for its values alone', async ({ page }) => {
    await openTable(page, '?demo-leads=60&columns=status_id')
    await setSwitches(page, { latency: 1_500 })
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    await page.getByRole('checkbox', { name: 'URL' }).check()
    await expect(header(page, 'URL')).toBeAttached()
    const cells = gridOf(page).locator('[data-column="url"]:not([role="columnheader"])')
    await expect(cells.first().locator('.skeleton')).toHaveCount(1)
    await expect(gridOf(page).getByRole('link').first()).toBeVisible()
    await expect(cells.first().getByRole('link')).toBeVisible()
  })
})

test.describe('when there is nothing to show', () => {
  test('no leads at all: where to start', async ({ page }) => {
    await page.goto('/leads?demo-leads=0')
    const main = page.getByRole('main')
    await expect(page.getByRole('heading', { name: 'No leads yet' })).toBeVisible()
    await expect(countOf(page)).toHaveText('0 leads')
    await expectAccessible(page)
    await main.getByRole('link', { name: 'Import a CSV' }).click()
    await expect(page).toHaveURL(/\/import$/)
    await page.goBack()
    await main.getByRole('link', { name: 'New lead' }).click()
    await expect(page).toHaveURL(/\/leads\/new$/)
  })

  test('no match: what was asked for can be cleared', async ({ page }) => {
    await openTable(page)
    await page.getByRole('searchbox', { name: 'Search leads' }).fill('nobody is called this')
    await expect(page.getByRole('heading', { name: 'No lead matches' })).toBeVisible()
    await expect(countOf(page)).toHaveText('0 leads')
    await expect(header(page, 'Lead')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Clear search and filters' }).click()
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(page.getByRole('searchbox', { name: 'Search leads' })).toHaveValue('')
  })
})

test('an order that ends before the last lead says so, and what to do', async ({ page }) => {
  await openTable(page, '?demo-leads=10100&sort=url')
  await expect(countOf(page)).toHaveText('10,100 leads')
  await expect(page.getByText('Only the first 10,000 can be shown in this order.')).toBeVisible()
  await header(page, 'Lead').click()
  await page.getByRole('searchbox', { name: 'Search leads' }).fill('bluth')
  await expect(page.getByText('Only the first 10,000')).toHaveCount(0)
  await openTable(page, '?sort=date_created')
  await expect(page.getByText('Only the first 10,000')).toHaveCount(0)
})

test.describe('when the server fails', () => {
  test('it is said, and a try later brings the leads', async ({ page }) => {
    await page.goto(`/leads${failing('POST /data/search/ 500')}`)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The leads could not be loaded')
    await expectAccessible(page)
    await setSwitches(page, { fail: '' })
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('rows that were there stay, with a warning that can be retried', async ({ page }) => {
    await openTable(page, '?demo-leads=1000')
    await setSwitches(page, { fail: 'POST /data/search/ network' })
    await gridOf(page).evaluate((element) => element.scrollTo(0, 9_000))
    const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
    await expect(alert).toContainText('The server could not be reached.')
    await gridOf(page).evaluate((element) => element.scrollTo(0, 0))
    await expect(gridOf(page).getByRole('link').first()).toBeVisible()
    await setSwitches(page, { fail: '' })
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect(alert).toHaveCount(0)
    await gridOf(page).evaluate((element) => element.scrollTo(0, 12_000))
    await expect(gridOf(page).locator('[aria-rowindex="340"]').getByRole('link').first()).toBeVisible()
  })

  test('without the custom fields the rest is shown', async ({ page }) => {
    await page.goto(`/leads${failing('GET /custom_field_schema/* 500')}`)
    const alert = page.getByRole('alert').filter({ hasText: 'Custom fields could not be loaded.' })
    await expect(alert).toBeVisible()
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(header(page, 'Industry')).toHaveCount(0)
    await setSwitches(page, { fail: '' })
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect(header(page, 'Industry')).toBeAttached()
  })

  test('a moment of trouble is not worth a word', async ({ page }) => {
    await page.goto(`/leads${failing('POST /data/search/ 503@1')}`)
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
})
