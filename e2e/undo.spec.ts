import { expect, test, type Locator, type Page } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { makeField, makeLead, openPane } from './lead-pane-setup.ts'
import { cellOf, openTable } from './table-page.ts'

const UNDO = 'Control+z'
const REDO = 'Control+Shift+z'

/** Takes the focus out of every box and presses the keys. */
async function press(page: Page, keys: string) {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.keyboard.press(keys)
}

function says(page: Page, text: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text })
}

/** Undoes, then repeats, and checks each time what the server has. */
async function undoAndRedo(
  page: Page,
  words: string | RegExp,
  stored: () => Promise<unknown>,
  { before, after }: { before: unknown; after: unknown },
) {
  await expect.poll(stored).toEqual(after)
  await press(page, UNDO)
  await expect(says(page, words).filter({ hasText: 'Undone' })).toBeVisible()
  await expect.poll(stored).toEqual(before)
  await press(page, REDO)
  await expect(says(page, words).filter({ hasText: 'Redone' })).toBeVisible()
  await expect.poll(stored).toEqual(after)
}

const leadField = (page: Page, id: string, field: string) => async () =>
  (await readApi(page, `/lead/${id}/`))[field] ?? null

async function open(
  page: Page,
  body: Record<string, unknown> = {},
): Promise<{ lead: ApiLead; pane: Locator }> {
  const lead = await makeLead(page, { name: 'Undo Lead', ...body })
  return { lead, pane: await openPane(page, lead.id) }
}

test.describe('undoing with Ctrl Z and repeating with Ctrl Shift Z', () => {
  test('a field of a lead', async ({ page }) => {
    const { lead, pane } = await open(page, { url: 'https://before.example' })
    const box = pane.getByRole('textbox', { name: 'URL' })
    await box.fill('https://after.example')
    await box.press('Enter')
    await undoAndRedo(
      page,
      'set URL of Undo Lead to “https://after.example”',
      leadField(page, lead.id, 'url'),
      {
        before: 'https://before.example',
        after: 'https://after.example',
      },
    )
    await expect(box).toHaveValue('https://after.example')
  })

  test('a name', async ({ page }) => {
    const { lead, pane } = await open(page)
    await pane.getByRole('button', { name: 'Edit name' }).click()
    await pane.getByRole('textbox', { name: 'Name' }).fill('Another Name')
    await page.keyboard.press('Enter')
    await undoAndRedo(page, 'set Name of', leadField(page, lead.id, 'name'), {
      before: 'Undo Lead',
      after: 'Another Name',
    })
    await expect(pane.getByRole('heading', { name: 'Another Name' })).toBeVisible()
  })

  test('a status, in the table', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Undo Lead' })
    const { data } = await readApi<{ data: { id: string; label: string }[] }>(page, '/status/lead/')
    const other = data.find(({ id }) => id !== lead['status_id'])
    await openTable(page, '')
    const cell = await cellOf(page, 'Undo Lead', 'Status')
    await cell.click()
    await cell.press('Enter')
    await page.getByRole('option', { name: other?.label ?? '', exact: true }).click()
    await undoAndRedo(
      page,
      `set Status of Undo Lead to “${other?.label}”`,
      leadField(page, lead.id, 'status_id'),
      { before: lead['status_id'], after: other?.id },
    )
    await expect(cell).toContainText(other?.label ?? '')
  })

  test('an added and a removed chip, from the empty box', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Undo Lead' })
    const field = await makeField(page, {
      name: 'Stack',
      type: 'choices',
      choices: ['Go', 'Rust'],
      accepts_multiple_values: true,
    })
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { [field]: ['Go'] })
    const pane = await openPane(page, lead.id)
    const stored = leadField(page, lead.id, field)
    const box = pane.getByRole('combobox', { name: 'Add Stack' })
    await box.fill('Rust')
    await box.press('Enter')
    await expect.poll(stored).toEqual(['Go', 'Rust'])
    await box.press(UNDO) // it is empty
    await expect(says(page, 'Undone: add “Rust” to Stack of Undo Lead')).toBeVisible()
    await expect.poll(stored).toEqual(['Go'])

    await pane.getByRole('button', { name: 'Remove Go' }).click()
    await undoAndRedo(page, 'remove “Go” from Stack of Undo Lead', stored, { before: ['Go'], after: null })
  })

  test('an address', async ({ page }) => {
    const { lead, pane } = await open(page)
    await pane.getByRole('button', { name: 'Add address' }).click()
    const form = pane.getByRole('form', { name: 'New address' })
    await form.getByRole('textbox', { name: 'City' }).fill('Groningen')
    await form.getByRole('textbox', { name: 'City' }).press('Enter')
    const cities = async () =>
      ((await readApi(page, `/lead/${lead.id}/`))['addresses'] as { city: string }[]).map(({ city }) => city)
    await undoAndRedo(page, 'of Undo Lead', cities, { before: [], after: ['Groningen'] })
  })

  test('a new contact and a deleted one', async ({ page }) => {
    const { lead, pane } = await open(page, {
      contacts: [{ name: 'Stan', emails: [{ email: 'stan@s.example', type: 'office' }] }],
    })
    const section = pane.getByRole('region', { name: 'Contacts' })
    const contacts = async () =>
      ((await readApi(page, `/lead/${lead.id}/`))['contacts'] as { name: string; emails: unknown[] }[])
        .map(({ name, emails }) => `${name} ${emails.length}`)
        .toSorted()
    await section.getByRole('button', { name: 'Add contact' }).click()
    const form = section.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Sally')
    await form.getByRole('textbox', { name: 'Name' }).press('Enter')
    await undoAndRedo(page, 'add contact “Sally” to Undo Lead', contacts, {
      before: ['Stan 1'],
      after: ['Sally 0', 'Stan 1'],
    })

    await section.getByRole('button', { name: /^(Delete|Remove) Stan/ }).click()
    await expect(section.getByRole('heading', { name: 'Stan' })).toHaveCount(0)
    await expect.poll(contacts, { timeout: 15_000 }).toEqual(['Sally 0'])
    await press(page, UNDO)
    await expect(says(page, 'Undone: delete contact “Stan” of Undo Lead')).toBeVisible()
    await expect.poll(contacts).toEqual(['Sally 0', 'Stan 1'])
    await expect(section.getByRole('heading', { name: 'Stan' })).toBeVisible()
  })

  test('a completed task, a new and a deleted one', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Undo Lead' })
    const task = await writeApi<{ id: string }>(page, 'POST', '/task/', {
      lead_id: lead.id,
      text: 'Call back',
    })
    const pane = await openPane(page, lead.id)
    const isDone = async () => (await readApi(page, `/task/${task.id}/`))['is_complete']
    await pane.getByRole('checkbox', { name: 'Complete Call back' }).check()
    await undoAndRedo(page, 'complete task “Call back” of Undo Lead', isDone, { before: false, after: true })
    await press(page, UNDO)
    await expect.poll(isDone).toBe(false)

    const texts = async () =>
      (await readApi<{ data: { text: string }[] }>(page, `/task/?lead_id=${lead.id}&_type=lead`)).data
        .map(({ text }) => text)
        .toSorted()
    await pane.getByRole('button', { name: 'Add task' }).click()
    const form = pane.getByRole('form', { name: 'New task' })
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Send offer')
    await form.getByRole('textbox', { name: 'What is to be done' }).press('Enter')
    await undoAndRedo(page, 'add task “Send offer” to Undo Lead', texts, {
      before: ['Call back'],
      after: ['Call back', 'Send offer'],
    })
    await pane.getByRole('button', { name: 'Delete task Call back' }).click()
    await expect.poll(texts, { timeout: 15_000 }).toEqual(['Send offer'])
    await press(page, UNDO)
    await expect.poll(texts).toEqual(['Call back', 'Send offer'])
  })

  test('an opportunity’s confidence', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Undo Lead' })
    const opportunity = await writeApi<{ id: string }>(page, 'POST', '/opportunity/', {
      lead_id: lead.id,
      confidence: 40,
      value: 120_000,
      value_period: 'one_time',
    })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: /^Details of opportunity/ }).click()
    const box = pane.getByRole('textbox', { name: /Confidence/ })
    await box.click() // its sign goes
    await box.fill('60')
    await box.press('Enter')
    const stored = async () => (await readApi(page, `/opportunity/${opportunity.id}/`))['confidence']
    await undoAndRedo(page, /60 ?%/, stored, { before: 40, after: 60 })
  })
})

test.describe('undoing says why it did not', () => {
  test('when there is nothing, and when the value has changed since', async ({ page }) => {
    const { lead, pane } = await open(page, { url: 'https://before.example' })
    await page.waitForTimeout(1_500) // the code for it comes after the page
    await press(page, UNDO)
    await expect(says(page, 'Nothing to undo')).toBeVisible()
    const box = pane.getByRole('textbox', { name: 'URL' })
    await box.fill('https://mine.example')
    await box.press('Enter')
    await expect.poll(leadField(page, lead.id, 'url')).toBe('https://mine.example')
    await page.waitForTimeout(3_500) // what was just answered counts as known
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://theirs.example' })
    await press(page, UNDO)
    await expect(says(page, /Not undone: .*value has changed since/)).toBeVisible()
    expect(await leadField(page, lead.id, 'url')()).toBe('https://theirs.example')
  })

  test('a box with text in it keeps the keys to itself', async ({ page }) => {
    const { lead, pane } = await open(page)
    const url = pane.getByRole('textbox', { name: 'URL' })
    await url.fill('https://kept.example')
    await url.press('Enter')
    await expect.poll(leadField(page, lead.id, 'url')).toBe('https://kept.example')
    const description = pane.getByRole('textbox', { name: 'Description' })
    await description.fill('half a sen')
    await description.press(UNDO)
    await page.waitForTimeout(500)
    expect(await leadField(page, lead.id, 'url')()).toBe('https://kept.example')
  })
})

test('two quick presses take back two edits of one field, and the palette says what comes next', async ({
  page,
}) => {
  const { lead, pane } = await open(page, { url: 'https://one.example' })
  const stored = leadField(page, lead.id, 'url')
  const box = pane.getByRole('textbox', { name: 'URL' })
  for (const url of ['https://two.example', 'https://three.example']) {
    await box.fill(url)
    await box.press('Enter')
    await expect.poll(stored).toBe(url)
  }
  await press(page, UNDO)
  await page.keyboard.press(UNDO)
  await expect.poll(stored).toBe('https://one.example')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await palette
    .getByRole('option', { name: /^Redo: set URL of Undo Lead to “https:\/\/two\.example”/ })
    .click()
  await expect.poll(stored).toBe('https://two.example')
})
