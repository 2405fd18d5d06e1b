import { expect, test, type Page } from '@playwright/test'

import { readApi, writeApi } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeField, makeLead, openPane, setSwitches } from './lead-pane-setup.ts'
import { cellOf, names, openTable, rowOf, storedLead } from './table-page.ts'

/** The event log is asked every 10 s. */
const ARRIVES = { timeout: 20_000 }

// The log is asked now and then, and what was just read counts as known: most of these wait.
test.setTimeout(90_000)

/** The page follows the event log from here on. */
async function following(page: Page) {
  await page.waitForResponse((answer) => answer.url().includes('/api/v1/event/'), { timeout: 20_000 })
}

/** What is written now the page hears of only after some seconds, and what it last heard does not count as known. */
async function unheard(page: Page) {
  await following(page)
  await page.waitForTimeout(3_500)
}

async function otherStatus(page: Page, than: unknown) {
  const { data } = await readApi<{ data: { id: string; label: string }[] }>(page, '/status/lead/')
  const status = data.find(({ id }) => id !== than)
  if (!status) throw new Error('there is one status only')
  return status
}

test.describe('what a colleague does', () => {
  test('arrives in the table with a mark, and no row moves under the pointer', async ({ page }) => {
    const follows = following(page)
    await openTable(page, '?demo-leads=60&sort=date_updated')
    await follows
    const before = await names(page)
    const name = before[2] ?? ''
    const lead = await storedLead(page, name)
    const status = await otherStatus(page, lead['status_id'])
    await rowOf(page, before[0] ?? '').hover()
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { status_id: status.id })

    const cell = await cellOf(page, name, 'Status')
    await expect(cell).toContainText(status.label, ARRIVES)
    await expect(cell).toHaveAccessibleDescription(/^\S.* changed this (just now|\d+ s ago)$/)
    await expect(cell).toHaveClass(/\bchanged\b/)
    await expect(rowOf(page, name).getByRole('rowheader')).toHaveAccessibleDescription(/changed Status/)
    expect(await names(page)).toEqual(before)
    await expect(cell).not.toHaveClass(/\bchanged\b/, ARRIVES)

    // The list is read again as soon as the pointer is elsewhere.
    const read = page.waitForResponse((answer) => answer.url().includes('/data/search/'))
    await page.getByRole('searchbox', { name: 'Search leads' }).hover()
    await read
    await expect.poll(() => names(page)).not.toEqual(before)
  })

  test('arrives in the open lead: fields, chips, contacts', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Shared Lead' })
    const field = await makeField(page, {
      name: 'Stack',
      type: 'choices',
      choices: ['Go', 'Rust'],
      accepts_multiple_values: true,
    })
    const follows = following(page)
    const pane = await openPane(page, lead.id)
    await follows
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, {
      url: 'https://theirs.example',
      [`${field}.add`]: 'Rust',
    })
    await writeApi(page, 'POST', '/contact/', { lead_id: lead.id, name: 'Their Contact' })
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://theirs.example', ARRIVES)
    await expect(pane.getByRole('button', { name: 'Remove Rust' })).toBeVisible(ARRIVES)
    await expect(pane.getByText('Their Contact')).toBeVisible(ARRIVES)
    await expect(pane.getByText(/changed this/).first()).toBeAttached()
    await expectAccessible(page)
  })

  test('a deleted lead goes, with word of it', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Going Lead' })
    const follows = following(page)
    await openTable(page, '')
    await follows
    await expect(rowOf(page, 'Going Lead')).toBeVisible()
    await writeApi(page, 'DELETE', `/lead/${lead.id}/`)
    await expect(page.getByRole('status').filter({ hasText: /deleted Going Lead/ })).toBeVisible(ARRIVES)
    await expect(rowOf(page, 'Going Lead')).toHaveCount(0)
  })

  test('what comes while a value is being typed is said at the box', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Typed Lead', url: 'https://before.example' })
    const follows = following(page)
    const pane = await openPane(page, lead.id)
    await follows
    const box = pane.getByRole('textbox', { name: 'URL' })
    await box.fill('https://mine.exam')
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://theirs.example' })
    await expect(pane.getByText('It was changed meanwhile to “https://theirs.example”')).toBeVisible(ARRIVES)
    await expect(box).toHaveValue('https://mine.exam')
    await box.press('Escape')
    await expect(box).toHaveValue('https://theirs.example')
  })
})

test.describe('two people edit one lead', () => {
  test('values that both add are both there', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Both Lead' })
    const field = await makeField(page, {
      name: 'Stack',
      type: 'choices',
      choices: ['Go', 'Rust'],
      accepts_multiple_values: true,
    })
    const pane = await openPane(page, lead.id)
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { [`${field}.add`]: 'Go' })
    const box = pane.getByRole('combobox', { name: 'Add Stack' })
    await box.fill('Rust')
    await box.press('Enter')
    await expect(pane.getByRole('button', { name: 'Remove Go' })).toBeVisible(ARRIVES)
    await expect(pane.getByRole('button', { name: 'Remove Rust' })).toBeVisible()
    expect((await readApi(page, `/lead/${lead.id}/`))[field]).toEqual(['Go', 'Rust'])
  })

  test('a value that both set is shown three times, and the person chooses', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Set Lead', url: 'https://before.example' })
    const pane = await openPane(page, lead.id)
    await unheard(page)
    const set = async (text: string) => {
      const box = pane.getByRole('textbox', { name: 'URL' })
      await box.fill(text)
      await box.press('Enter')
    }
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://theirs.example' })
    await set('https://mine.example')
    const note = pane.getByRole('alert').filter({ hasText: 'URL was not saved' })
    await expect(note).toContainText(/changed this/, ARRIVES)
    await expect(note).toContainText(/Mine\s*https:\/\/mine\.example/)
    await expect(note).toContainText(/Theirs\s*https:\/\/theirs\.example/)
    await expect(note).toContainText(/Before\s*https:\/\/before\.example/)
    await expect(page.getByRole('navigation').getByRole('status')).toHaveText('1 needs you')
    await expectAccessible(page)
    await note.getByRole('button', { name: 'Keep mine' }).click()
    await expect(note).toHaveCount(0)
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['url'])
      .toBe('https://mine.example')
    await expect(page.getByRole('navigation').getByRole('status')).toHaveText('')

    await unheard(page)
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://again.example' })
    await set('https://mine-too.example')
    await note.getByRole('button', { name: 'Keep theirs' }).click()
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://again.example')
    expect((await readApi(page, `/lead/${lead.id}/`))['url']).toBe('https://again.example')
  })

  test('a change that was overwritten in the gap is told afterwards, and can be restored', async ({
    page,
  }) => {
    const lead = await makeLead(page, { name: 'Gap Lead', url: 'https://before.example' })
    const follows = following(page)
    const pane = await openPane(page, lead.id)
    await follows
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://before.example')
    await page.waitForTimeout(3_500)
    // The check before the save reads the lead; the colleague's write comes after it and before ours.
    let raced = false
    await page.exposeFunction('raceNow', () => {
      raced = true
    })
    await page.evaluate((id) => {
      const plain = window.fetch
      window.fetch = async (input, init) => {
        const url = String(input instanceof Request ? input.url : input)
        if (init?.method === 'PUT' && url.includes(id)) {
          window.fetch = plain
          await plain(url, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ url: 'https://theirs.example' }),
          })
          await (window as unknown as { raceNow(): Promise<void> }).raceNow()
        }
        return plain(input, init)
      }
    }, lead.id)
    const box = pane.getByRole('textbox', { name: 'URL' })
    await box.fill('https://mine.example')
    await box.press('Enter')
    await expect.poll(() => raced).toBe(true)
    const toast = page.getByRole('alert').filter({ hasText: 'was overwritten' })
    await expect(toast).toContainText('URL of Gap Lead was “https://theirs.example”', ARRIVES)
    await toast.getByRole('button', { name: 'Restore theirs' }).click()
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['url'])
      .toBe('https://theirs.example')
  })
})

test('changes that wait are counted, listed and sent when the server is back', async ({ page }) => {
  const lead = await makeLead(page, { name: 'Queue Lead' })
  const pane = await openPane(page, lead.id)
  await setSwitches(page, { fail: 'PUT /lead/* 503' })
  const box = pane.getByRole('textbox', { name: 'URL' })
  await box.fill('https://late.example')
  await box.press('Enter')
  const status = page.getByRole('navigation').getByRole('status')
  await expect(status).toHaveText('1 change waiting', ARRIVES)
  await expect(pane.getByText('Waits to be sent')).toBeVisible()
  await status.getByRole('button').click()
  const panel = page.getByRole('dialog', { name: 'Changes that are not saved yet' })
  await expect(panel).toContainText('Set URL of Queue Lead to “https://late.example”')
  await expectAccessible(page)
  await setSwitches(page, { fail: '' })
  await panel.getByRole('button', { name: 'Retry all' }).click()
  await expect(panel).toContainText('All changes are saved.')
  await panel.getByRole('button', { name: 'Done' }).click()
  await expect(status).toHaveText('')
  expect((await readApi(page, `/lead/${lead.id}/`))['url']).toBe('https://late.example')
})

test('a refused change is listed with what the server said; Edit leads to it, Discard gives it up', async ({
  page,
}) => {
  const lead = await makeLead(page, { name: 'Refused Lead' })
  const pane = await openPane(page, lead.id)
  await setSwitches(page, { fail: 'PUT /lead/* 500' })
  const box = pane.getByRole('textbox', { name: 'URL' })
  await box.fill('https://refused.example')
  await box.press('Enter')
  const status = page.getByRole('navigation').getByRole('status')
  await expect(status).toHaveText('1 needs you')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await status.getByRole('button').click()
  const panel = page.getByRole('dialog', { name: 'Changes that are not saved yet' })
  await expect(panel).toContainText('Not saved. Internal server error')
  await panel.getByRole('button', { name: 'Edit' }).click()
  await expect(box).toBeFocused()
  await expect(box).toHaveValue('https://refused.example')
  await status.getByRole('button').click()
  await panel.getByRole('button', { name: 'Discard' }).click()
  await expect(panel).toContainText('All changes are saved.')
})
