import { expect, test, type Page } from '@playwright/test'

import { writeApi } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeField, startDemo } from './lead-pane-setup.ts'
import { columnTexts, countOf, gridOf, names, openTable } from './table-page.ts'

const panel = (page: Page) => page.getByRole('dialog', { name: 'Filter' })
const chips = (page: Page) => page.getByRole('group', { name: 'Active filters' })

async function openFilters(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(panel(page)).toBeVisible()
}

/** Adds a filter on a field, by typing. */
async function addFilter(page: Page, field: string): Promise<void> {
  await panel(page).getByRole('combobox', { name: 'Add filter' }).fill(field)
  await page.keyboard.press('Enter')
}

async function countNow(page: Page): Promise<number> {
  return Number.parseInt((await countOf(page).textContent()) ?? '', 10)
}

test.describe('filtering', () => {
  test('by status applies at once, stands in the address and is taken off again', async ({ page }) => {
    await openTable(page)
    await openFilters(page)
    await addFilter(page, 'status')
    await panel(page).getByRole('checkbox', { name: 'Customer' }).check()
    await expect.poll(() => countNow(page)).toBeLessThan(60)
    expect(new Set(await columnTexts(page, 'Status'))).toEqual(new Set(['Customer']))
    const customers = await countNow(page)
    await panel(page).getByRole('checkbox', { name: 'Qualified' }).check()
    await expect.poll(() => countNow(page)).toBeGreaterThan(customers)
    await panel(page).getByRole('combobox', { name: 'Status: how to compare' }).selectOption('is none of')
    await expect.poll(async () => (await columnTexts(page, 'Status')).includes('Potential')).toBe(true)
    const others = await countNow(page)
    await panel(page).getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
    await expect(chips(page)).toContainText('Status is not Customer or Qualified')
    await expect(page).toHaveURL(/[?&]f=status_id/)

    await page.reload()
    await expect(countOf(page)).toHaveText(`${others} leads`)
    await chips(page)
      .getByRole('button', { name: /^Remove Status is not/ })
      .click()
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(page).not.toHaveURL(/f=/)
    await page.goBack()
    await expect(countOf(page)).toHaveText(`${others} leads`)
  })

  test('by text, number, date and user, all of which have to fit', async ({ page }) => {
    await openTable(page)
    await openFilters(page)
    await addFilter(page, 'employees')
    await panel(page).getByRole('textbox', { name: 'Employees: from' }).fill('100')
    await panel(page).getByRole('textbox', { name: 'Employees: to' }).fill('5,000')
    await expect.poll(() => countNow(page)).toBeLessThan(60)
    await expect(async () => {
      const numbers = (await columnTexts(page, 'Employees')).map((text) => Number(text.replace(',', '')))
      expect(numbers.every((number) => number >= 100 && number <= 5000)).toBe(true)
    }).toPass()
    const byNumber = await countNow(page)

    await addFilter(page, 'owner')
    await expect(panel(page).getByRole('group', { name: 'Owner' })).toBeVisible()
    await panel(page).getByRole('group', { name: 'Owner' }).getByRole('checkbox').first().check()
    await expect.poll(() => countNow(page)).toBeLessThan(byNumber)

    await panel(page).getByRole('button', { name: 'Clear all' }).click()
    await expect(countOf(page)).toHaveText('60 leads')
    await addFilter(page, 'created')
    await panel(page).getByLabel('Created: to').fill('2020-01-01')
    await expect(countOf(page)).toHaveText('0 leads')
    await panel(page).getByRole('button', { name: 'Remove the filter on Created' }).click()

    await addFilter(page, 'email')
    await panel(page).getByRole('textbox', { name: 'Email: text' }).fill('magic')
    await expect(countOf(page)).toHaveText('1 lead')
    await expect(chips(page)).toContainText('Email contains “magic”')
  })

  test('by empty and not empty', async ({ page }) => {
    await openTable(page)
    await openFilters(page)
    await addFilter(page, 'phone')
    const compare = panel(page).getByRole('combobox', { name: 'Phone: how to compare' })
    await compare.selectOption('is empty')
    await expect.poll(async () => new Set(await columnTexts(page, 'Phone'))).toEqual(new Set(['']))
    const without = await countNow(page)
    await compare.selectOption('is not empty')
    await expect.poll(() => countNow(page)).toBe(60 - without)
  })

  test('what is no number is said, and filters nothing', async ({ page }) => {
    await openTable(page)
    await openFilters(page)
    await addFilter(page, 'employees')
    await panel(page).getByRole('textbox', { name: 'Employees: from' }).fill('lots')
    await expect(panel(page)).toContainText('Enter a number.')
    await expect(countOf(page)).toHaveText('60 leads')
  })

  test('finds the European companies that use Rust, by keyboard alone', async ({ page }) => {
    await startDemo(page)
    const choices = (list: string[]) => ({ type: 'choices', choices: list, accepts_multiple_values: true })
    const region = await makeField(page, {
      name: 'region',
      ...choices(['europe', 'americas-europe', 'asia']),
    })
    const stack = await makeField(page, {
      name: 'technologies',
      ...choices(['c++', 'elixir', 'go', 'java', 'javascript', 'php', 'python', 'ruby', 'rust', 'scala']),
    })
    for (const [name, place, technologies] of [
      ['Ferris Works', 'europe', ['rust', 'go']],
      ['Crab Ltd', 'americas-europe', ['rust']],
      ['Gopher AB', 'europe', ['go']],
      ['Rusty Asia', 'asia', ['rust']],
    ] as const) {
      await writeApi(page, 'POST', '/lead/', { name, [region]: [place], [stack]: technologies })
    }
    await openTable(page, '')
    await page.getByRole('button', { name: 'Filter', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(panel(page).getByRole('combobox', { name: 'Add filter' })).toBeFocused()
    await page.keyboard.type('region')
    await page.keyboard.press('Enter')
    await expect(panel(page).getByRole('checkbox', { name: 'europe', exact: true })).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('techno')
    await page.keyboard.press('Enter')
    await expect(panel(page).getByRole('combobox', { name: 'Add technologies' })).toBeFocused()
    await page.keyboard.type('rus')
    await page.keyboard.press('Enter')
    await expect(countOf(page)).toHaveText('2 leads')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(panel(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
    expect((await names(page)).toSorted()).toEqual(['Crab Ltd', 'Ferris Works'])
    await expect(chips(page)).toContainText('region has europe or americas-europe')
    await expect(chips(page)).toContainText('technologies has rust')
  })

  test('a filter on a field that is gone can be taken off', async ({ page }) => {
    await openTable(page, '?demo-leads=60&f=custom.cf_gone~any~x')
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(chips(page)).toContainText('A field that no longer exists')
    await chips(page).getByRole('button', { name: 'Clear' }).last().click()
    await expect(page).not.toHaveURL(/f=/)
  })

  test('is accessible', async ({ page }) => {
    await openTable(page, '?demo-leads=8')
    await openFilters(page)
    await addFilter(page, 'employees')
    await panel(page).getByRole('textbox', { name: 'Employees: from' }).fill('1')
    await addFilter(page, 'status')
    await panel(page).getByRole('checkbox', { name: 'Potential' }).check()
    await addFilter(page, 'systems')
    await expect(chips(page)).toBeVisible()
    await expectAccessible(page)
    await expect(gridOf(page)).toBeAttached()
  })
})
