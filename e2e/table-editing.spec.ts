import { expect, test, type Locator, type Page } from '@playwright/test'

import { writeApi } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeField, setSwitches, startDemo, writesTo } from './lead-pane-setup.ts'
import { cellOf, gridOf, openWithFields, place, rowOf, storedLead } from './table-page.ts'

const BLUTH = 'Bluth Company'

/** The editor that is open in a cell. */
const editor = (cell: Locator) => cell.locator('input, textarea, [role="combobox"]').first()

async function stored(page: Page, key: string): Promise<unknown> {
  return (await storedLead(page, BLUTH))[key]
}

test.describe('a cell is edited where it stands', () => {
  test('status, by a second click and by keys', async ({ page }) => {
    await openWithFields(page, ['status_id'])
    const puts = writesTo(page, 'PUT', '/lead/')
    const cell = await cellOf(page, BLUTH, 'Status')
    await cell.click()
    await expect(cell).toBeFocused()
    await cell.click()
    await cell.getByRole('option', { name: 'Qualified' }).click()
    await expect(cell).toHaveText('Qualified')
    await expect(cell).toBeFocused()

    await page.keyboard.press('Enter')
    await expect(cell.getByRole('combobox', { name: 'Status' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('Customer')
    await expect(cell).toBeFocused()
    await expect.poll(() => stored(page, 'status_label')).toBe('Customer')
    expect(puts).toEqual([{ status_id: expect.any(String) }, { status_id: expect.any(String) }])
  })

  test('a letter opens the editor and is its first', async ({ page }) => {
    const keys = await openWithFields(page, ['status_id', 'Tax id'])
    const status = await cellOf(page, BLUTH, 'Status')
    await status.click()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('Customer')

    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('DE 4711')
    await page.keyboard.press('Enter')
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await expect(cell).toHaveText('DE 4711')
    await expect(cell).toBeFocused()
    await page.keyboard.type('X')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('X')
    await expect.poll(() => stored(page, keys.get('Tax id') ?? '')).toBe('X')
  })

  test('text, number, URL and description, each sent alone', async ({ page }) => {
    const keys = await openWithFields(page, ['url', 'description', 'Employees', 'Tax id'])
    const puts = writesTo(page, 'PUT', '/lead/')
    for (const [label, text, end] of [
      ['URL', 'https://bluth.example/new', 'Enter'],
      ['Description', 'Sold.\nTwice.', 'Control+Enter'],
      ['Employees', '1,234.5', 'Enter'],
      ['Tax id', 'DE 1', 'Enter'],
    ] as const) {
      const cell = await cellOf(page, BLUTH, label)
      await cell.click({ position: { x: 4, y: 4 } })
      await page.keyboard.press('F2')
      await editor(cell).fill(text)
      await page.keyboard.press(end)
      await expect(cell).toBeFocused()
    }
    await expect(await cellOf(page, BLUTH, 'Employees')).toHaveText('1,234.5')
    await expect
      .poll(() => puts)
      .toEqual([
        { url: 'https://bluth.example/new' },
        { description: 'Sold.\nTwice.' },
        { [keys.get('Employees') ?? '']: 1234.5 },
        { [keys.get('Tax id') ?? '']: 'DE 1' },
      ])
  })

  test('the name, by F2', async ({ page }) => {
    await openWithFields(page, ['status_id'])
    await rowOf(page, BLUTH).getByRole('link', { name: BLUTH }).focus()
    await page.keyboard.press('F2')
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(BLUTH)
    await page.getByRole('textbox', { name: 'Name' }).fill('Sitwell Housing')
    await page.keyboard.press('Enter')
    await expect(rowOf(page, 'Sitwell Housing').getByRole('link').first()).toBeFocused()
    await expect(async () => void (await storedLead(page, 'Sitwell Housing'))).toPass()
  })

  test('dates, a moment, a user and a choice', async ({ page }) => {
    const keys = await openWithFields(page, ['Renewal date', 'Last demo', 'Owner', 'Industry'])
    const date = await cellOf(page, BLUTH, 'Renewal date')
    await date.click()
    await page.keyboard.press('F2')
    await expect(editor(date)).toBeFocused() // the browser's own date box takes keys only once it is there
    await page.keyboard.type('03012027')
    await page.keyboard.press('Enter')
    await expect(date).toHaveText('Mar 1, 2027')

    const moment = await cellOf(page, BLUTH, 'Last demo')
    await moment.click()
    await page.keyboard.press('F2')
    await editor(moment).fill('2026-06-12T15:05') // as its calendar does, which ends the edit
    await expect(moment).toHaveText('Jun 12, 2026, 3:05 PM')

    const owner = await cellOf(page, BLUTH, 'Owner')
    await owner.click()
    await page.keyboard.type('ken')
    await page.keyboard.press('Enter')
    await expect(owner).toContainText('Kenji')
    await expect(owner).toBeFocused()

    const industry = await cellOf(page, BLUTH, 'Industry')
    await industry.click()
    await page.keyboard.press('Enter')
    await industry.getByRole('option', { name: 'Energy' }).click()
    await expect(industry).toHaveText('Energy')

    await expect.poll(() => stored(page, keys.get('Industry') ?? '')).toBe('Energy')
    const lead = await storedLead(page, BLUTH)
    expect(lead[keys.get('Renewal date') ?? '']).toBe('2027-03-01')
    expect(String(lead[keys.get('Last demo') ?? ''])).toMatch(/^2026-06-12T13:05/)
  })

  test('a date by typing it, which shows as what it is read', async ({ page }) => {
    const keys = await openWithFields(page, ['Renewal date', 'Last demo'])
    const date = await cellOf(page, BLUTH, 'Renewal date')
    await date.click()
    await page.keyboard.type('03012027')
    await expect(editor(date)).toHaveValue('03012027')
    await expect(editor(date)).toHaveAccessibleDescription('Monday, March 1, 2027')
    await page.keyboard.press('Enter')
    await expect(date).toHaveText('Mar 1, 2027')
    await expect(date).toBeFocused()

    await page.keyboard.type('4/31/2027')
    await page.keyboard.press('Enter')
    await expect(date).toContainText('Enter MM/DD/YYYY.')
    await expect(editor(date)).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(date).toHaveText('Mar 1, 2027')

    await page.keyboard.press('ArrowRight')
    const moment = await cellOf(page, BLUTH, 'Last demo')
    await page.keyboard.type('6/12/2026 3:05 PM')
    await page.keyboard.press('Enter')
    await expect(moment).toHaveText('Jun 12, 2026, 3:05 PM')
    await expect.poll(() => stored(page, keys.get('Last demo') ?? '')).toMatch(/^2026-06-12T13:05/)
    expect(await stored(page, keys.get('Renewal date') ?? '')).toBe('2027-03-01')
  })

  test('a contact of the lead', async ({ page }) => {
    const keys = await openWithFields(page, ['Decision maker', 'Champions'])
    const maker = await cellOf(page, BLUTH, 'Decision maker')
    await maker.click()
    await page.keyboard.press('Enter')
    await maker.getByRole('option', { name: 'Lucille Bluth' }).click()
    await expect(maker).toHaveText('Lucille Bluth')
    const { contacts } = await storedLead(page, BLUTH)
    const lucille = contacts.find((contact) => (contact as { name?: string }).name === 'Lucille Bluth')
    await expect.poll(() => stored(page, keys.get('Decision maker') ?? '')).toBe(lucille?.id)

    const champions = await cellOf(page, BLUTH, 'Champions')
    await champions.click()
    await page.keyboard.type('lucille')
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(page, keys.get('Champions') ?? '')).toContain(lucille?.id)
  })

  test('several values, each added and removed by itself', async ({ page }) => {
    const keys = await openWithFields(page, ['Systems'])
    const key = keys.get('Systems') ?? ''
    const { id } = await storedLead(page, BLUTH)
    await writeApi(page, 'PUT', `/lead/${id}/`, { [key]: ['Web shop'] })
    await page.reload()
    const cell = await cellOf(page, BLUTH, 'Systems')
    await expect(cell).toHaveText('Web shop')
    const puts = writesTo(page, 'PUT', '/lead/')

    await cell.click()
    await page.keyboard.press('Enter')
    const add = cell.getByRole('combobox', { name: 'Add Systems' })
    await expect(add).toBeFocused()
    await add.fill('iot')
    await page.keyboard.press('Enter')
    await cell.getByRole('button', { name: 'Remove Web shop' }).click()
    await expect(cell.getByRole('list', { name: 'Systems' }).getByRole('listitem')).toHaveText([
      'IoT sensors',
    ])
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()
    await expect(cell).toHaveText('IoT sensors')
    expect(puts).toEqual([{ [`${key}.add`]: 'IoT sensors' }, { [`${key}.remove`]: 'Web shop' }])
    await expect.poll(() => stored(page, key)).toEqual(['IoT sensors'])
  })

  test('an emptied value is unset', async ({ page }) => {
    const keys = await openWithFields(page, ['Tax id'])
    const key = keys.get('Tax id') ?? ''
    const { id } = await storedLead(page, BLUTH)
    await writeApi(page, 'PUT', `/lead/${id}/`, { [key]: 'DE 1' })
    await page.reload()
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.press('F2')
    await editor(cell).fill('')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('')
    await expect.poll(() => stored(page, key)).toBeUndefined()
  })
})

test.describe('an edit ends', () => {
  test('by Escape with nothing sent', async ({ page }) => {
    await openWithFields(page, ['Tax id'])
    const puts = writesTo(page, 'PUT', '/lead/')
    const cell = await cellOf(page, BLUTH, 'Tax id')
    const before = await cell.textContent()
    await cell.click()
    await page.keyboard.type('never')
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()
    await expect(cell).toHaveText(before ?? '')
    expect(puts).toEqual([])
  })

  test('by Tab with the focus on the next cell, by Shift+Tab on the one before', async ({ page }) => {
    await openWithFields(page, ['status_id', 'Tax id', 'Employees'])
    await (await cellOf(page, BLUTH, 'Tax id')).click()
    await page.keyboard.type('T1')
    await page.keyboard.press('Tab')
    await expect(await cellOf(page, BLUTH, 'Tax id')).toHaveText('T1')
    expect((await place(page))[1]).toBe('Employees')
    await page.keyboard.type('77')
    await page.keyboard.press('Shift+Tab')
    await expect(await cellOf(page, BLUTH, 'Employees')).toHaveText('77')
    expect((await place(page))[1]).toBe('Tax id')
  })

  test('by Tab behind the last part of a date, and in the last column in place', async ({ page }) => {
    await openWithFields(page, ['Tax id', 'Renewal date', 'Industry'])
    const date = await cellOf(page, BLUTH, 'Renewal date')
    await date.click()
    await page.keyboard.press('F2')
    await expect(editor(date)).toBeFocused()
    for (let part = 0; part < 4; part++) await page.keyboard.press('Tab') // day, year, its calendar, and on
    const next = await cellOf(page, BLUTH, 'Industry')
    await expect(next).toBeFocused()
    await expect(next).toHaveCSS('outline-style', 'solid')
    await page.keyboard.press('F2')
    await expect(editor(next)).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(next).toBeFocused()
    await expect(next.locator('input')).toHaveCount(0)

    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('F2')
    await expect(editor(date)).toBeFocused()
    await page.keyboard.type('03')
    for (let part = 0; part < 3; part++) await page.keyboard.press('Tab')
    await expect(date).toContainText('Enter a whole date')
    await expect(editor(date)).toBeFocused()
  })

  test('by Tab onto a cell out of sight, which comes into view', async ({ page }) => {
    await openWithFields(page, ['status_id', 'Tax id', 'Employees'])
    await page.setViewportSize({ width: 700, height: 600 })
    await (await cellOf(page, BLUTH, 'Tax id')).click()
    await page.keyboard.type('T1')
    await page.keyboard.press('Tab')
    const next = await cellOf(page, BLUTH, 'Employees')
    await expect(next).toBeFocused()
    await expect(next).toBeInViewport({ ratio: 0.9 })
  })

  test('by a click elsewhere, which saves and keeps the focus there', async ({ page }) => {
    await openWithFields(page, ['status_id', 'Tax id'])
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.type('T2')
    await page.getByRole('searchbox', { name: 'Search leads' }).click()
    await expect(cell).toHaveText('T2')
    await expect(page.getByRole('searchbox', { name: 'Search leads' })).toBeFocused()
    await expect(cell.locator('input')).toHaveCount(0)
  })

  test('before it begins where the value is reserved for others, which says so', async ({ page }) => {
    await startDemo(page)
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/role/', { name: 'Finance' })
    await makeField(page, { name: 'Credit limit', type: 'number', editable_with_roles: [id] })
    await openWithFields(page, ['Credit limit', 'Tax id'])
    const cell = await cellOf(page, BLUTH, 'Credit limit')
    await cell.click()
    await page.keyboard.press('Enter')
    const note = cell.getByRole('note', { name: 'Credit limit: Only Finance may change this.' })
    await expect(note).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()
    await expect(note).toBeHidden()
    await page.keyboard.type('12')
    await expect(note).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(await cellOf(page, BLUTH, 'Tax id')).toBeFocused()
    await expect(note).toBeHidden()
  })

  test('not at all while the text is no number', async ({ page }) => {
    await openWithFields(page, ['Employees', 'Tax id'])
    const cell = await cellOf(page, BLUTH, 'Employees')
    await cell.click()
    await page.keyboard.type('many')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Enter a number.')
    await page.keyboard.press('Tab')
    await expect(editor(cell)).toBeFocused()
    await editor(cell).fill('12')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('12')
  })
})

test.describe('before the editor is loaded', () => {
  test.beforeEach(async ({ page, context }) => {
    await startDemo(page)
    // All requests of the demo pass its service worker.
    await context.serviceWorkers()[0]?.evaluate(() => {
      const fetchNow = self.fetch
      self.fetch = async (input, init) => {
        const url = input instanceof Request ? input.url : String(input)
        if (/CellEditor/.test(url)) await new Promise((resolve) => setTimeout(resolve, 4_000))
        return fetchNow(input, init)
      }
    })
    await openWithFields(page, ['Tax id', 'Employees', 'Renewal date'])
  })

  test('no digit of a date is lost', async ({ page }) => {
    const cell = await cellOf(page, BLUTH, 'Renewal date')
    await cell.click()
    await page.keyboard.type('3/1/2027')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('Mar 1, 2027')
    await expect(cell).toBeFocused()
  })

  test('nothing that is typed is lost, to the Tab that ends it', async ({ page }) => {
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.type('DE 1')
    await page.keyboard.press('Tab')
    await expect(cell).toHaveText('DE 1')
    await expect.poll(async () => (await place(page))[1]).toBe('Employees')
  })

  test('what was typed is saved although the person has gone on', async ({ page }) => {
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.type('DE 2')
    const search = page.getByRole('searchbox', { name: 'Search leads' })
    await search.click()
    await expect(cell).toHaveText('DE 2')
    await expect(cell.locator('input')).toHaveCount(0)
    await expect(search).toBeFocused()
  })

  test('an editor that was opened and left does not come', async ({ page }) => {
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.press('F2')
    const search = page.getByRole('searchbox', { name: 'Search leads' })
    await search.click()
    await page.waitForTimeout(4_500) // by then its code, which takes 4 s here, has come
    await expect(cell.locator('input')).toHaveCount(0)
    await expect(search).toBeFocused()
  })
})

test.describe('an edit that waits or fails', () => {
  test('shows at once and is marked while it waits', async ({ page }) => {
    await openWithFields(page, ['status_id'])
    await setSwitches(page, { latency: 3_000 })
    const cell = await cellOf(page, BLUTH, 'Status')
    await cell.click()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('Customer', { timeout: 1_000 })
    await expect(cell).toHaveAttribute('aria-busy', 'true')
    await expect(cell).not.toHaveAttribute('aria-busy', { timeout: 10_000 })
    await expect(cell).toHaveText('Customer')
  })

  test('is refused in place and in a toast, and saved by its Retry', async ({ page }) => {
    await openWithFields(page, ['status_id'], `&demo-fail=${encodeURIComponent('PUT /lead/* 500@1')}`)
    const cell = await cellOf(page, BLUTH, 'Status')
    await cell.click()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    const toast = page.getByRole('alert').filter({ hasText: 'Status was not saved for Bluth Company.' })
    await expect(toast).toBeVisible()
    await expect(cell).toContainText('Potential')
    await expect(cell).toContainText('Not saved.')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await page.mouse.move(0, 0)
    await cell.hover()
    await expect(page.getByText(/Status was not saved\..*Press Enter or click/)).toBeVisible()
    await expectAccessible(page)

    await toast.getByRole('button', { name: 'Retry' }).click()
    await expect(cell).toHaveText('Customer')
    await expect(toast).toHaveCount(0)
    await expect.poll(() => stored(page, 'status_label')).toBe('Customer')
  })

  test('keeps what was typed, to go on with, retry or discard', async ({ page }) => {
    const keys = await openWithFields(page, ['Tax id'], `&demo-fail=${encodeURIComponent('PUT /lead/* 500')}`)
    const cell = await cellOf(page, BLUTH, 'Tax id')
    await cell.click()
    await page.keyboard.type('DE 4711')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Not saved.')

    await page.keyboard.press('Enter')
    await expect(editor(cell)).toHaveValue('DE 4711')
    await cell.getByRole('button', { name: 'Retry' }).click()
    await expect(cell).toContainText('Not saved.')
    await expect(cell).toBeFocused()

    await setSwitches(page, { fail: '' })
    await page.keyboard.press('Enter')
    await editor(cell).fill('DE 4712')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('DE 4712')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect.poll(() => stored(page, keys.get('Tax id') ?? '')).toBe('DE 4712')

    await setSwitches(page, { fail: 'PUT /lead/* 500' })
    await page.keyboard.type('DE 9')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Not saved.')
    await page.keyboard.press('Enter')
    await cell.getByRole('button', { name: 'Discard' }).click()
    await expect(cell).toHaveText('DE 4712')
    await expect(cell).toBeFocused()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('of one value among several leaves the others alone', async ({ page }) => {
    const keys = await openWithFields(page, ['Systems'])
    const key = keys.get('Systems') ?? ''
    const { id } = await storedLead(page, BLUTH)
    await writeApi(page, 'PUT', `/lead/${id}/`, { [key]: ['Web shop'] })
    await page.reload()
    const cell = await cellOf(page, BLUTH, 'Systems')
    await expect(cell).toHaveText('Web shop')
    await setSwitches(page, { fail: 'PUT /lead/* 500@1' })
    await cell.click()
    await page.keyboard.type('iot')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('“IoT sensors” was not added.')
    await cell.getByRole('combobox', { name: 'Add Systems' }).fill('cloud')
    await page.keyboard.press('Enter')
    await expect.poll(() => stored(page, key)).toEqual(['Web shop', 'Cloud ERP'])
    await cell.getByRole('button', { name: 'Retry' }).first().click()
    await expect.poll(() => stored(page, key)).toEqual(['Web shop', 'Cloud ERP', 'IoT sensors'])
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('and rows do not jump when an edit changes where they would sort', async ({ page }) => {
    await openWithFields(page, ['status_id'], '&sort=display_name')
    const row = rowOf(page, BLUTH)
    const index = await row.getAttribute('aria-rowindex')
    await row.getByRole('link', { name: BLUTH }).focus()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: 'Name' }).fill('zzz last')
    await page.keyboard.press('Enter')
    await expect(rowOf(page, 'zzz last')).toHaveAttribute('aria-rowindex', index ?? '')
    // A row that jumps does so once the lists are read again, which is nothing that shows.
    await page.waitForTimeout(1_000)
    await expect(rowOf(page, 'zzz last')).toHaveAttribute('aria-rowindex', index ?? '')
    await expect(gridOf(page)).toBeVisible()
  })
})

test.describe('a value that a colleague has changed meanwhile', () => {
  /** A cell with a value, and a colleague who sets another one that this page does not hear of. */
  async function changedMeanwhile(page: Page, label: string, before: unknown, theirs: unknown) {
    const keys = await openWithFields(page, ['status_id', 'Tax id', 'Renewal date'])
    const key = keys.get(label) ?? 'status'
    const { id } = await storedLead(page, BLUTH)
    await writeApi(page, 'PUT', `/lead/${id}/`, { [key]: before })
    await page.reload()
    const cell = await cellOf(page, BLUTH, label)
    await expect(cell).not.toHaveText('')
    await setSwitches(page, { fail: 'GET /event/ 500' })
    const change = async (value: unknown) => {
      await page.waitForTimeout(3_500) // what was just read counts as known
      await writeApi(page, 'PUT', `/lead/${id}/`, { [key]: value })
    }
    await change(theirs)
    const note = cell.getByRole('alert').filter({ hasText: `${label} was not saved.` })
    const values = note.getByRole('definition')
    return { key, cell, note, values, change }
  }

  test('is shown beside mine and the one before; neither stays without a choice', async ({ page }) => {
    const { key, cell, note, values } = await changedMeanwhile(page, 'Tax id', 'DE before', 'DE theirs')
    await cell.click()
    await page.keyboard.type('DE mine')
    await page.keyboard.press('Enter')
    const toast = page.getByRole('alert').filter({ hasText: 'Tax id was not saved for Bluth Company.' })
    await expect(toast).toContainText('Somebody else changed it meanwhile.')
    await expect(cell).toBeFocused()
    await expect(cell).toHaveAttribute('aria-invalid', 'true')

    await page.keyboard.press('Enter')
    await expect(editor(cell)).toBeFocused()
    await expect(editor(cell)).toHaveValue('DE mine')
    await expect(values).toHaveText(['DE mine', 'DE theirs', 'DE before'])
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(note.getByRole('button', { name: 'Keep mine' })).toBeFocused()
    await expect(note.getByRole('button', { name: 'Keep mine' })).toHaveAccessibleDescription(
      /^Replaces theirs/,
    )
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep theirs' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(await cellOf(page, BLUTH, 'Renewal date')).toBeFocused()
    await expect(note).toBeHidden()
    expect(await stored(page, key)).toBe('DE theirs')

    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await expect(await cellOf(page, BLUTH, 'Status')).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()
    await expect(cell).toContainText('Not saved')
    expect(await stored(page, key)).toBe('DE theirs')
  })

  test('is replaced by mine, or kept, by keys and with the focus back on the cell', async ({ page }) => {
    const { key, cell, note, change } = await changedMeanwhile(page, 'Tax id', 'DE before', 'DE theirs')
    await cell.click()
    await page.keyboard.type('DE mine')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Not saved')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep mine' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('DE mine')
    await expect(cell).toBeFocused()
    await expect.poll(() => stored(page, key)).toBe('DE mine')
    await expect(page.getByRole('alert')).toHaveCount(0)

    await change('DE again')
    await page.keyboard.type('DE mine too')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Not saved')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('DE again')
    await expect(cell).toBeFocused()
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(await stored(page, key)).toBe('DE again')
  })

  test('of a status is told by its name', async ({ page }) => {
    const { cell, note, values } = await changedMeanwhile(page, 'Status', 'Potential', 'Qualified')
    await cell.click()
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('Not saved')
    await page.keyboard.press('Enter')
    await expect(cell.getByRole('combobox', { name: 'Status' })).toBeFocused()
    await expect(values).toHaveText(['Customer', 'Qualified', 'Potential'])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep theirs' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText('Qualified')
    await expect(cell).toBeFocused()
    expect(await stored(page, 'status_label')).toBe('Qualified')
  })
})
