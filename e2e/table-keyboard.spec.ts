import { expect, test } from '@playwright/test'

import { gridOf, header, headers, names, openTable, place, rowOf } from './table-page.ts'

test.describe('by keyboard alone', () => {
  test('Tab goes into the table once and out of it again', async ({ page }) => {
    const grid = await openTable(page)
    await page.getByRole('button', { name: 'New lead' }).focus()
    await page.keyboard.press('Tab')
    expect(await place(page)).toEqual([1, 'Lead'])
    await page.keyboard.press('Tab')
    await expect(grid.locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Shift+Tab')
    await expect(grid.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Shift+Tab')
    await expect(page.getByRole('button', { name: 'New lead' })).toBeFocused()
  })

  test('arrows, Home, End and the page keys move as in any grid', async ({ page }) => {
    const grid = await openTable(page)
    await grid.getByRole('link').first().focus()
    const labels = await headers(page)
    const last = labels.at(-1) ?? ''
    for (const [key, row, column] of [
      ['ArrowDown', 2, 'Lead'],
      ['ArrowRight', 2, 'Status'],
      ['ArrowRight', 2, 'Contacts'],
      ['ArrowUp', 1, 'Contacts'],
      ['ArrowLeft', 1, 'Status'],
      ['Home', 1, 'check boxes'],
      ['ArrowLeft', 1, 'check boxes'],
      ['End', 1, last],
      ['ArrowRight', 1, last],
      ['Control+End', 60, last],
      ['ArrowDown', 60, last],
      ['Control+Home', 1, 'check boxes'],
      ['ArrowUp', 0, 'check boxes'],
      ['ArrowRight', 0, 'Lead'],
      ['ArrowUp', 0, 'Lead'],
      ['ArrowDown', 1, 'Lead'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => place(page), key).toEqual([row, column])
      await expect(page.locator(':focus')).toBeInViewport()
    }
    await page.keyboard.press('PageDown')
    const [row] = await place(page)
    expect(row).toBeGreaterThan(10)
    await page.keyboard.press('PageUp')
    await expect.poll(() => place(page)).toEqual([1, 'Lead'])
  })

  test('the focused cell is never hidden by the header or the pinned name', async ({ page }) => {
    const grid = await openTable(page)
    await grid.getByRole('link').first().focus()
    await page.keyboard.press('Control+End')
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowLeft')
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowUp')
    const covered = await page.evaluate(() => {
      const cell = document.activeElement?.closest('[data-column]')
      const box = cell?.getBoundingClientRect()
      const pinned = document.querySelector('[role="rowheader"]')?.getBoundingClientRect()
      const head = document.querySelector('[role="columnheader"]')?.getBoundingClientRect()
      if (!cell || !box || !pinned || !head) return 'nothing is focused'
      return box.top < head.bottom - 1 || (cell.role !== 'rowheader' && box.left < pinned.right - 1)
    })
    expect(covered).toBe(false)
  })

  test('Space chooses a row, Shift+Space up to it, Ctrl+A all', async ({ page }) => {
    const grid = await openTable(page)
    const chosen = grid.getByRole('row', { selected: true })
    await grid.getByRole('link').first().focus()
    await page.keyboard.press('Space')
    await expect(chosen).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await expect(chosen).toHaveCount(3)
    await page.keyboard.press('Space')
    await expect(chosen).toHaveCount(2)
    await page.keyboard.press('Control+a')
    await expect(page.getByText('60 of 60 selected')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(page.getByText('59 of 60 selected')).toBeVisible()
  })

  test('Enter on a name opens the lead; on a cell that cannot be edited too', async ({ page }) => {
    const grid = await openTable(page)
    const [first = '', second = ''] = await names(page)
    await grid.getByRole('link', { name: first, exact: true }).focus()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { name: first }).first()).toBeVisible()
    await pane.getByRole('button', { name: 'Close', exact: true }).click()
    await expect(pane).toHaveCount(0)

    await rowOf(page, second).getByRole('link', { name: second, exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect((await place(page))[1]).toBe('Contacts')
    await page.keyboard.press('x')
    await expect(grid.locator('[data-open-cell]')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(pane.getByRole('heading', { name: second }).first()).toBeVisible()
  })

  test('a header is sorted by Enter, made wider with Shift and moved with Ctrl and Shift', async ({
    page,
  }) => {
    const grid = await openTable(page)
    await grid.getByRole('link').first().focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(header(page, 'Status')).toHaveAttribute('aria-sort', 'ascending')
    await expect(header(page, 'Status')).toBeFocused()

    const width = async () => (await header(page, 'Status').boundingBox())?.width ?? 0
    const before = await width()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(width).toBe(before + 32)
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(width).toBe(before + 16)

    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect.poll(async () => (await headers(page)).slice(1, 4)).toEqual(['Lead', 'Contacts', 'Status'])
    await expect(header(page, 'Status')).toBeFocused()
    await expect(page).toHaveURL(/columns=/)
  })

  test('columns are shown and put in order', async ({ page }) => {
    await openTable(page)
    await page.getByRole('button', { name: 'Columns', exact: true }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Columns' })
    await expect(dialog.getByRole('searchbox')).toBeFocused()
    await dialog.getByRole('button', { name: 'Move Phone up' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Move Phone up' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await headers(page)).slice(2, 5)).toEqual(['Status', 'Phone', 'Contacts'])
  })

  test('paging ahead of the server keeps the place until the rows are there', async ({ page }) => {
    const grid = await openTable(page, '?demo-leads=1000&demo-latency=600')
    await grid.getByRole('link').first().focus()
    await page.keyboard.press('Control+End')
    await expect
      .poll(() => place(page))
      .toEqual([1000, 'check boxes'.replace('check boxes', (await headers(page)).at(-1) ?? '')])
    await expect(grid.locator('[aria-rowindex="1000"]')).toHaveAttribute('aria-busy', 'true')
    await expect(grid.locator('[aria-rowindex="1000"]').getByRole('rowheader')).not.toHaveText('', {
      timeout: 30_000,
    })
    expect((await place(page))[0]).toBe(1000)
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await place(page))[0]).toBe(999)
    await expect(gridOf(page)).toBeVisible()
  })
})
