import { expect, test } from '@playwright/test'

import { countOf, gridOf, names, openTable, rowOf } from './table-page.ts'

test.describe('choosing leads', () => {
  test('one by one, a range with Shift, all and all but one', async ({ page }) => {
    const grid = await openTable(page)
    const [a = '', b = '', c = '', d = ''] = await names(page)
    const box = (name: string) => grid.getByRole('checkbox', { name: `Select ${name}`, exact: true })
    const bar = page.getByRole('toolbar', { name: 'Selected leads' })
    await expect(bar).toHaveCount(0)

    await box(a).click()
    await expect(box(a)).toBeChecked()
    await expect(bar).toContainText('1 of 60 selected')
    await expect(countOf(page)).toHaveText('60 leads')
    await box(d).click({ modifiers: ['Shift'] })
    for (const name of [a, b, c, d]) await expect(box(name)).toBeChecked()
    await expect(bar).toContainText('4 of 60 selected')
    await box(b).click()
    await box(d).click({ modifiers: ['Shift'] })
    await expect(bar).toContainText('1 of 60 selected')

    const all = grid.getByRole('checkbox', { name: 'Select all leads' })
    expect(await all.evaluate((input: HTMLInputElement) => input.indeterminate)).toBe(true)
    await all.click()
    await expect(bar).toContainText('60 of 60 selected')
    await expect(all).toBeChecked()
    await box(c).click()
    await expect(bar).toContainText('59 of 60 selected')
    await bar.getByRole('button', { name: 'Clear selection' }).click()
    await expect(bar).toHaveCount(0)
    await expect(box(a)).not.toBeChecked()
  })

  test('all of 1,000 without loading them, and it holds for rows that come into view', async ({ page }) => {
    const grid = await openTable(page, '?demo-leads=1000')
    await grid.getByRole('checkbox', { name: 'Select all leads' }).check()
    await expect(page.getByText('1,000 of 1,000 selected')).toBeVisible()
    await grid.evaluate((element) => element.scrollTo(0, 12_000))
    await expect(grid.locator('[aria-rowindex="340"]').getByRole('checkbox')).toBeChecked()
    await grid.locator('[aria-rowindex="340"]').getByRole('checkbox').uncheck()
    await expect(page.getByText('999 of 1,000 selected')).toBeVisible()
  })

  test('keeps to leads that are shown: another search starts anew, another order does not', async ({
    page,
  }) => {
    const grid = await openTable(page)
    await rowOf(page, 'Bluth Company').getByRole('checkbox').check()
    await grid.getByRole('columnheader', { name: 'Lead', exact: true }).click()
    await expect(page.getByText('1 of 60 selected')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search leads' }).fill('q')
    await expect(page.getByRole('toolbar', { name: 'Selected leads' })).toHaveCount(0)
  })

  test('drops a lead that is deleted', async ({ page }) => {
    await openTable(page)
    await rowOf(page, 'Bluth Company').getByRole('checkbox').check()
    await rowOf(page, 'Q').getByRole('checkbox').check()
    await expect(page.getByText('2 of 60 selected')).toBeVisible()
    await gridOf(page).getByRole('link', { name: 'Q', exact: true }).click()
    await page.getByRole('button', { name: 'Delete lead' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete lead' }).click()
    await expect(page.getByText('1 of 59 selected')).toBeVisible()
    await expect(countOf(page)).toHaveText('59 leads')
  })

  test('two leads go to the merge, the first chosen stays', async ({ page }) => {
    await openTable(page, '?demo-leads=60&q=bluth')
    const bar = page.getByRole('toolbar', { name: 'Selected leads' })
    const idOf = async (name: string) =>
      /lead_\w+/.exec(
        (await gridOf(page).getByRole('link', { name, exact: true }).getAttribute('href')) ?? '',
      )?.[0]
    const [kept, gone] = [await idOf('Bluth Company'), await idOf('The Bluth Company, Inc.')]
    await rowOf(page, 'Bluth Company').getByRole('checkbox').check()
    await expect(bar.getByRole('button', { name: 'Merge…' })).toHaveAttribute('aria-disabled', 'true')
    await rowOf(page, 'The Bluth Company, Inc.').getByRole('checkbox').check()
    await bar.getByRole('button', { name: 'Merge…' }).click()
    await expect(page).toHaveURL(`/merge?source=${gone}&destination=${kept}`)
  })
})
