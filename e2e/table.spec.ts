import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { columnTexts, countOf, gridOf, header, headers, names, openTable, rowOf } from './table-page.ts'

test.describe('sorting', () => {
  test('a header sorts up, down and not at all, and the address says so', async ({ page }) => {
    await openTable(page)
    const newest = await names(page)
    await header(page, 'Lead').click()
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'ascending')
    await expect(page).toHaveURL(/[?&]sort=display_name\b/)
    await expect.poll(async () => (await names(page))[0]).not.toBe(newest[0])
    const up = await names(page)

    await header(page, 'Lead').click()
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'descending')
    await expect(page).toHaveURL(/[?&]sort=-display_name\b/)
    await expect.poll(async () => (await names(page))[0]).not.toBe(up[0])

    await header(page, 'Lead').click()
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'none')
    await expect(page).not.toHaveURL(/sort=/)
    await expect.poll(() => names(page)).toEqual(newest)
  })

  test('numbers sort as numbers', async ({ page }) => {
    await openTable(page)
    await header(page, 'Employees').click()
    await header(page, 'Employees').click()
    await expect(header(page, 'Employees')).toHaveAttribute('aria-sort', 'descending')
    await expect(async () => {
      const texts = await columnTexts(page, 'Employees')
      const numbers = texts.filter(Boolean).map((text) => Number(text.replaceAll(',', '')))
      expect(numbers.length).toBeGreaterThan(5)
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    }).toPass()
  })

  test('what Close cannot sort by says so and does nothing', async ({ page }) => {
    await openTable(page)
    await expect(header(page, 'Contacts')).not.toHaveAttribute('aria-sort')
    await header(page, 'Contacts').click()
    await expect(page).not.toHaveURL(/sort=/)
  })
})

test.describe('searching', () => {
  test('narrows the list while typing, keeps its place in the address and clears', async ({ page }) => {
    await openTable(page)
    await expect(countOf(page)).toHaveText('60 leads')
    const box = page.getByRole('searchbox', { name: 'Search leads' })
    await box.pressSequentially('bluth')
    await expect(page).toHaveURL(/[?&]q=bluth\b/)
    await expect(countOf(page)).toHaveText('2 leads')
    await expect(gridOf(page)).toHaveAttribute('aria-rowcount', '2')
    await expect(rowOf(page, 'Bluth Company')).toBeVisible()

    await page.reload()
    await expect(box).toHaveValue('bluth')
    await expect(countOf(page)).toHaveText('2 leads')

    await box.press('Escape')
    await expect(countOf(page)).toHaveText('60 leads')
    await expect(page).not.toHaveURL(/q=/)
  })

  test('Back leaves the table, not one letter after the other', async ({ page }) => {
    await page.goto('/settings?demo-leads=60')
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Leads', exact: true })
      .click()
    await page.getByRole('searchbox', { name: 'Search leads' }).pressSequentially('bluth', { delay: 150 })
    await expect(countOf(page)).toHaveText('2 leads')
    await page.goBack()
    await expect(page).toHaveURL(/\/settings/)
  })

  test('one match is one lead', async ({ page }) => {
    await openTable(page, '?demo-leads=60&q=banana')
    await expect(countOf(page)).toHaveText('1 lead')
  })
})

test.describe('columns', () => {
  const panel = 'Columns'

  test('are shown, hidden and put in order, and the address keeps them', async ({ page }) => {
    await openTable(page)
    expect((await headers(page)).slice(1, 4)).toEqual(['Lead', 'Status', 'Contacts'])
    await page.getByRole('button', { name: panel, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: panel })
    await dialog.getByRole('searchbox', { name: 'Search columns' }).fill('tax')
    await dialog.getByRole('checkbox', { name: 'Tax id' }).check()
    await expect(header(page, 'Tax id')).toBeAttached()
    await dialog.getByRole('searchbox', { name: 'Search columns' }).fill('')
    await dialog.getByRole('checkbox', { name: 'Contacts' }).uncheck()
    await dialog.getByRole('button', { name: 'Move Status down' }).click()
    await expect(dialog.getByRole('checkbox', { name: 'Lead' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: panel, exact: true })).toBeFocused()

    const wanted = await headers(page)
    expect(wanted.slice(1, 4)).toEqual(['Lead', 'Email', 'Status'])
    expect(wanted.at(-1)).toBe('Tax id')
    await expect(page).toHaveURL(/[?&]columns=/)
    await page.reload()
    await expect.poll(() => headers(page)).toEqual(wanted)

    await page.getByRole('button', { name: panel, exact: true }).click()
    await dialog.getByRole('button', { name: 'Reset' }).click()
    await expect(page).not.toHaveURL(/columns=/)
  })

  test('can be dragged to another place in the list', async ({ page }) => {
    await openTable(page)
    await page.getByRole('button', { name: panel, exact: true }).click()
    const line = (label: string) =>
      page.getByRole('dialog', { name: panel }).getByRole('listitem').filter({ hasText: label })
    await line('Phone').dragTo(line('Status'))
    await expect.poll(async () => (await headers(page)).slice(1, 4)).toEqual(['Lead', 'Phone', 'Status'])
  })

  test('only those that are shown are asked for', async ({ page }) => {
    const asked: string[][] = []
    page.on('request', (request) => {
      if (!request.url().endsWith('/data/search/')) return
      asked.push((request.postDataJSON() as { _fields: { lead: string[] } })._fields.lead)
    })
    await openTable(page, '?demo-leads=60&columns=status_id,url')
    expect(asked.at(-1)?.toSorted()).toEqual(
      [
        'date_created',
        'date_updated',
        'display_name',
        'id',
        'name',
        'status_id',
        'status_label',
        'url',
      ].toSorted(),
    )
  })

  test('are made wider by dragging, the width is remembered, and a double click puts it back', async ({
    page,
  }) => {
    await openTable(page)
    const width = async () => Math.round((await header(page, 'Status').boundingBox())?.width ?? 0)
    const before = await width()
    const box = await header(page, 'Status').boundingBox()
    if (!box) throw new Error('no header')
    const edge = { x: box.x + box.width - 3, y: box.y + box.height / 2 }
    await page.mouse.move(edge.x, edge.y)
    await page.mouse.down()
    await page.mouse.move(edge.x + 40, edge.y)
    await page.mouse.move(edge.x + 80, edge.y)
    await page.mouse.up()
    await expect.poll(width).toBe(before + 80)
    await expect(page).not.toHaveURL(/sort=/)
    await page.waitForTimeout(400) // storage is written when the dragging has ended
    await page.reload()
    await expect.poll(width).toBe(before + 80)
    await page.mouse.dblclick(edge.x + 80, edge.y)
    await expect.poll(width).toBe(before)
  })

  test('hold every kind of value', async ({ page }) => {
    await openTable(page)
    await page.getByRole('button', { name: panel, exact: true }).click()
    await page.getByRole('dialog', { name: panel }).getByRole('button', { name: 'Show all' }).click()
    await page.keyboard.press('Escape')
    await expect(header(page, 'Champions')).toBeAttached()
    await expect(header(page, 'Import key')).toHaveCount(0)
    await expect(gridOf(page)).toHaveAttribute('aria-colcount', String((await headers(page)).length))
    for (const label of ['Opportunities', 'Open tasks', 'Created', 'Address', 'Systems', 'Last demo']) {
      expect((await columnTexts(page, label)).some(Boolean), label).toBe(true)
    }
  })
})

test.describe('the address', () => {
  test('shows a colleague the same thing', async ({ page, context }) => {
    await openTable(page)
    await page.getByRole('searchbox', { name: 'Search leads' }).fill('a')
    await header(page, 'Lead').click()
    await expect(page).toHaveURL(/q=a/)
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'ascending')
    await expect(gridOf(page)).toHaveAttribute('aria-busy', 'false')
    const seen = {
      names: await names(page),
      headers: await headers(page),
      count: await countOf(page).textContent(),
    }

    const other = await context.newPage()
    await other.goto(page.url() + '&demo-leads=60')
    await expect.poll(() => names(other)).toEqual(seen.names)
    expect(await headers(other)).toEqual(seen.headers)
    await expect(countOf(other)).toHaveText(seen.count ?? '')
  })

  test('stays while a lead is open, and Back and Forward go through it', async ({ page }) => {
    await openTable(page, '?demo-leads=60&sort=display_name')
    const name = (await names(page))[3] ?? ''
    await gridOf(page).getByRole('link', { name, exact: true }).click()
    await expect(page).toHaveURL(/\/leads\/lead_\w+\?sort=display_name/)
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toBeVisible()
    await expect(rowOf(page, name)).toHaveAttribute('aria-current', 'true')
    await page.goBack()
    await expect(page.getByRole('complementary')).toHaveCount(0)
    await expect(header(page, 'Lead')).toHaveAttribute('aria-sort', 'ascending')
  })

  test('of a lead far down the list opens with its row in view', async ({ page }) => {
    const grid = await openTable(page)
    await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    const link = grid.locator('[aria-rowindex="58"]').getByRole('rowheader').getByRole('link')
    const name = (await link.textContent()) ?? ''
    await page.goto((await link.getAttribute('href')) ?? '')
    await expect(rowOf(page, name)).toHaveAttribute('aria-current', 'true')
    await expect(rowOf(page, name).getByRole('rowheader')).toBeInViewport({ ratio: 1 })
  })

  test('with nonsense in it shows what makes sense', async ({ page }) => {
    await openTable(page, '?demo-leads=60&sort=-nothing&columns=status_id,custom.cf_gone&f=x~y~z&f=~&f=url')
    expect(await headers(page)).toEqual(['', 'Lead', 'Status'])
    await expect(countOf(page)).toHaveText('60 leads')
  })
})

test.describe('scrolling', () => {
  test('reaches the last of 1,000 leads with a few dozen rows in the page', async ({ page }) => {
    const grid = await openTable(page, '?demo-leads=1000&sort=display_name')
    await expect(countOf(page)).toHaveText('1,000 leads')
    await expect(async () => {
      await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      const last = grid.locator('[aria-rowindex="1000"]').getByRole('rowheader')
      await expect(last).toBeVisible({ timeout: 500 })
    }).toPass()
    expect(await grid.getByRole('row').count()).toBeLessThan(60)
  })

  test('keeps the header and the name in view', async ({ page }) => {
    const grid = await openTable(page)
    await grid.evaluate((element) => element.scrollTo(600, 500))
    await expect(header(page, 'Lead')).toBeInViewport()
    await expect(header(page, 'Status')).not.toBeInViewport()
    await expect(grid.getByRole('rowheader').nth(10)).toBeInViewport()
    const order = await names(page)
    const tops = await grid
      .getByRole('rowheader')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top))
    expect(order.length).toBe(tops.length)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  })
})

test('the table is accessible, with panels open and rows chosen', async ({ page }) => {
  const grid = await openTable(page, '?demo-leads=8')
  await grid.getByRole('checkbox', { name: 'Select all leads' }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Columns' }).getByRole('searchbox')).toBeVisible()
  await expectAccessible(page)
})
