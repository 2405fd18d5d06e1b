import { expect, test, type Locator, type Page } from '@playwright/test'

import { readApi, writeApi } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { failing, makeLead, openPane, setSwitches, startDemo, writesTo } from './lead-pane-setup.ts'

type ApiOpportunity = { id: string; value: number | null; status_label: string; [key: string]: unknown }

async function leadWithOpportunities(page: Page, ...opportunities: Record<string, unknown>[]) {
  const lead = await makeLead(page, { name: 'Sitwell Housing', contacts: [{ name: 'Stan Sitwell' }] })
  for (const opportunity of opportunities) {
    await writeApi(page, 'POST', '/opportunity/', { lead_id: lead.id, ...opportunity })
  }
  return lead
}

async function statusOfType(page: Page, type: string): Promise<string> {
  const { data } = await readApi<{ data: { statuses: { id: string; type: string }[] }[] }>(page, '/pipeline/')
  return data[0]?.statuses.find((status) => status.type === type)?.id ?? ''
}

async function stored(page: Page, leadId: string): Promise<ApiOpportunity[]> {
  const { data } = await readApi<{ data: ApiOpportunity[] }>(page, `/opportunity/?lead_id=${leadId}`)
  return data
}

function byNumber(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0)
}

function opportunitiesOf(pane: Locator): Locator {
  return pane.getByRole('region', { name: 'Opportunities' })
}

/** The row of an opportunity by what it is worth, e.g. "$1,200 monthly". */
function rowOf(pane: Locator, worth: string): Locator {
  const button = pane.page().getByRole('button', { name: `Details of opportunity ${worth}`, exact: true })
  return opportunitiesOf(pane).getByRole('listitem').filter({ has: button })
}

test.describe('the opportunities of a lead', () => {
  test('stand with what they are worth together, open ones first', async ({ page }) => {
    const lead = await leadWithOpportunities(page)
    for (const [value, type, value_period] of [
      [99_900, 'lost', 'annual'],
      [50_050, 'won', 'one_time'],
      [120_000, 'active', 'monthly'],
      [30_000, 'active', 'one_time'],
    ] as const) {
      const status_id = await statusOfType(page, type)
      await writeApi(page, 'POST', '/opportunity/', { lead_id: lead.id, value, value_period, status_id })
    }
    const pane = await openPane(page, lead.id)
    await expect(opportunitiesOf(pane).getByRole('combobox', { name: 'Stage' })).toHaveCount(4)
    await expect(opportunitiesOf(pane).getByRole('combobox', { name: 'Stage' }).last()).toHaveText('Lost')
    await expect(opportunitiesOf(pane).getByRole('term')).toHaveText(['Open', 'Won', 'Lost'])
    await expect(opportunitiesOf(pane).getByRole('definition')).toHaveText([
      '$300 + $1,200 monthly',
      '$500.50',
      '$999 annual',
    ])
    await expectAccessible(page, PANE)
  })

  test('are added with what is known, by keyboard alone', async ({ page }) => {
    const lead = await leadWithOpportunities(page)
    const pane = await openPane(page, lead.id)
    const posts = writesTo(page, 'POST', '/opportunity/')
    await pane.getByRole('button', { name: 'Add opportunity' }).focus()
    await page.keyboard.press('Enter')
    const form = pane.getByRole('form', { name: 'New opportunity' })
    await expect(form.getByRole('textbox', { name: 'Value in USD' })).toBeFocused()
    await page.keyboard.type('much')
    await page.keyboard.press('Enter')
    await expect(form).toContainText('Enter an amount')
    await expect(form.getByRole('textbox', { name: 'Value in USD' })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('$1,200.50')
    await page.keyboard.press('Tab')
    await page.keyboard.press('m') // Monthly
    await page.keyboard.press('Tab')
    await expect(form.getByRole('combobox', { name: 'Stage' })).toBeFocused()
    await page.keyboard.type('pro')
    await expect(page.getByRole('option', { name: 'Proposal sent' })).toHaveAttribute('data-active', 'true')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('70 %')
    await expectAccessible(page, PANE)
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    await expect(pane.getByRole('button', { name: 'Add opportunity' })).toBeFocused()
    const row = rowOf(pane, '$1,200.50 monthly')
    await expect(row.getByRole('combobox', { name: 'Stage' })).toHaveText('Proposal sent')
    await expect(row).toContainText('70% confident')
    await expect
      .poll(() => posts)
      .toEqual([
        {
          lead_id: lead.id,
          value: 120_050,
          value_period: 'monthly',
          confidence: 70,
          status_id: expect.stringMatching(/^stat_/),
          user_id: expect.stringMatching(/^user_/),
        },
      ])
  })

  test('are changed where they stand, one field at a time', async ({ page }) => {
    const lead = await leadWithOpportunities(page, {
      value: 120_000,
      value_period: 'one_time',
      confidence: 70,
    })
    const pane = await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', '/opportunity/')
    const value = opportunitiesOf(pane).getByRole('textbox', { name: 'Value' })
    await expect(value).toHaveValue('$1,200')
    await value.focus()
    await expect(value).toHaveValue('1200')
    await value.fill('1500.555')
    await value.press('Enter')
    await expect(opportunitiesOf(pane)).toContainText('Enter at most two decimals.')
    await value.fill('1,500.5')
    await value.press('Enter')
    await opportunitiesOf(pane).getByRole('combobox', { name: 'Period' }).click()
    await page.getByRole('option', { name: 'Annual' }).click()
    const stage = opportunitiesOf(pane).getByRole('combobox', { name: 'Stage' })
    await stage.click()
    await expect(
      page.getByRole('group', { name: 'Renewals' }).getByRole('option', { name: 'Renewed' }),
    ).toBeVisible()
    await page.getByRole('group', { name: 'Sales' }).getByRole('option', { name: 'Won' }).click()
    await expect(stage).toHaveText('Won')
    await expect(rowOf(pane, '$1,500.50 annual')).toBeVisible()

    await opportunitiesOf(pane)
      .getByRole('button', { name: /^Details of/ })
      .click()
    const details = (name: string) => opportunitiesOf(pane).getByRole('group', { name })
    const confidence = details('Confidence').getByRole('textbox')
    await confidence.fill('101')
    await confidence.press('Enter')
    await expect(details('Confidence')).toContainText('Enter a whole number from 0 to 100.')
    await confidence.fill('80')
    await confidence.press('Enter')
    const won = details('Won on').getByLabel('Won on', { exact: true })
    await won.fill('2026-01-31')
    await won.press('Enter')
    await details('Contact').getByRole('combobox').click()
    await page.getByRole('option', { name: 'Stan Sitwell' }).click()
    const note = details('Note').getByRole('textbox')
    await note.fill('Signed on paper.')
    await note.press('Control+Enter')
    await expect
      .poll(() => puts)
      .toEqual([
        { value: 150_050 },
        { value_period: 'annual' },
        { status_id: expect.stringMatching(/^stat_/) },
        { confidence: 80 },
        { date_won: '2026-01-31' },
        { contact_id: expect.stringMatching(/^cont_/) },
        { note: 'Signed on paper.' },
      ])
    await page.reload()
    await expect(opportunitiesOf(pane)).toContainText('Won Jan 31, 2026 · Stan Sitwell · Robin Hale')
    await expect(opportunitiesOf(pane)).toContainText('Signed on paper.')
  })

  test('are deleted with a way back', async ({ page }) => {
    const lead = await leadWithOpportunities(page, { value: 120_000 }, { value: 50_000 })
    const pane = await openPane(page, lead.id)
    await rowOf(pane, '$1,200').getByRole('button', { name: 'Delete opportunity $1,200' }).click()
    await expect(rowOf(pane, '$1,200')).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(rowOf(pane, '$1,200')).toBeVisible()
    await rowOf(pane, '$500').getByRole('button', { name: 'Delete opportunity $500' }).click()
    await expect.poll(() => stored(page, lead.id), { timeout: 10_000 }).toHaveLength(1)
  })

  test('that the server refuses say why, at the input and in their place, and lose nothing', async ({
    page,
  }) => {
    const lead = await leadWithOpportunities(page, { value: 50_000 })
    const pane = await openPane(page, lead.id, failing('POST /opportunity/ 500'))
    await pane.getByRole('button', { name: 'Add opportunity' }).click()
    await page.keyboard.type('1200')
    await page.keyboard.press('Enter')
    const note = opportunitiesOf(pane).getByRole('alert')
    await expect(note).toContainText('$1,200')
    await expect(note).toContainText('was not saved. Internal server error')
    await page.reload()
    await note.getByRole('button', { name: 'Edit' }).click()
    const form = pane.getByRole('form', { name: 'New opportunity' })
    await expect(form.getByRole('textbox', { name: 'Value in USD' })).toHaveValue('1200')
    await page.keyboard.press('Escape')
    await setSwitches(page, { fail: 'PUT /opportunity/* 500@1' })
    await note.getByRole('button', { name: 'Retry' }).click()
    await expect(rowOf(pane, '$1,200')).toBeVisible()
    await expect.poll(() => stored(page, lead.id)).toHaveLength(2)

    const value = rowOf(pane, '$500').getByRole('textbox', { name: 'Value' })
    await value.fill('750')
    await value.press('Enter')
    await expect(opportunitiesOf(pane).getByRole('alert')).toContainText(
      'Value was not saved. Internal server error',
    )
    await opportunitiesOf(pane).getByRole('alert').getByRole('button', { name: 'Retry' }).click()
    await expect(rowOf(pane, '$750')).toBeVisible()
    await expect
      .poll(async () => (await stored(page, lead.id)).map((one) => one.value).toSorted(byNumber))
      .toEqual([75_000, 120_000])
  })

  test('changed by somebody else meanwhile show the value three times, and the person chooses by key', async ({
    page,
  }) => {
    test.slow() // axe reads the pane twice
    const lead = await leadWithOpportunities(page, { value: 120_000 })
    const id = (await stored(page, lead.id))[0]?.id
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: 'GET /event/ 500' }) // this page does not hear of it
    const value = opportunitiesOf(pane).getByRole('textbox', { name: 'Value' })
    const note = opportunitiesOf(pane).getByRole('alert')
    const bothSet = async (theirs: number, mine: string) => {
      await page.waitForTimeout(3_500) // what was just read counts as known
      await writeApi(page, 'PUT', `/opportunity/${id}/`, { value: theirs })
      await value.fill(mine)
      await value.press('Enter')
      await expect(note).toContainText('Value was not saved.')
    }
    await bothSet(200_000, '1500')
    await expect(note).toContainText(/Mine\s*\$1,500\s*Theirs\s*\$2,000\s*Before\s*\$1,200/)
    await expectAccessible(page, PANE)
    await value.focus()
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep mine' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(note).toHaveCount(0)
    await expect(value).toBeFocused()
    await expect.poll(async () => (await stored(page, lead.id))[0]?.value).toBe(150_000)

    await bothSet(300_000, '1700')
    await expect(note).toContainText(/Mine\s*\$1,700\s*Theirs\s*\$3,000\s*Before\s*\$1,500/)
    await value.focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep theirs' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(note).toHaveCount(0)
    await expect(value).toBeFocused()
    await expect(rowOf(pane, '$3,000')).toBeVisible()
    expect((await stored(page, lead.id))[0]?.value).toBe(300_000)
  })

  test('wait without a network and are sent once it is back', async ({ page }) => {
    const lead = await leadWithOpportunities(page)
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: '* * network' })
    await pane.getByRole('button', { name: 'Add opportunity' }).click()
    await page.keyboard.type('1200')
    await pane.getByRole('form', { name: 'New opportunity' }).getByRole('textbox', { name: 'Note' }).focus()
    await page.keyboard.press('Control+Enter')
    const row = rowOf(pane, '$1,200')
    await expect(row).toContainText('Waits to be sent')
    const value = row.getByRole('textbox', { name: 'Value' })
    await value.fill('1300')
    await value.press('Enter')
    await expect(rowOf(pane, '$1,300')).toBeVisible()
    await setSwitches(page, { fail: '' })
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(rowOf(pane, '$1,300')).not.toContainText('Waits to be sent')
    await expect.poll(async () => (await stored(page, lead.id)).map((one) => one.value)).toEqual([130_000])
  })
})

test.describe('the custom fields of an opportunity', () => {
  async function makeOpportunityField(page: Page, definition: Record<string, unknown>): Promise<string> {
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/custom_field/opportunity/', definition)
    return `custom.${id}`
  }

  /** A lead with one opportunity that has a value in a field of several, and what the server has of it. */
  async function prepare(page: Page) {
    await startDemo(page)
    const modules = await makeOpportunityField(page, {
      name: 'Modules',
      type: 'choices',
      choices: ['Core', 'Reports', 'Archive'],
      accepts_multiple_values: true,
      description: 'What they want first',
    })
    const lead = await leadWithOpportunities(page, { value: 120_000, [modules]: ['Core'] })
    return { lead, modules, own: async () => (await stored(page, lead.id))[0] }
  }

  async function unfold(page: Page, leadId: string, search = '') {
    const pane = await openPane(page, leadId, search)
    await rowOf(pane, '$1,200').getByRole('button', { name: 'Details of opportunity $1,200' }).click()
    return { pane, field: (name: string) => opportunitiesOf(pane).getByRole('group', { name }) }
  }

  test('stand in its line, and are edited in its details with the editor of their type', async ({ page }) => {
    test.slow() // axe reads the pane twice
    const { lead, modules, own } = await prepare(page)
    const me = await readApi<{ id: string; first_name: string; last_name: string }>(page, '/me/')
    const { data } = await readApi<{ data: { id: string; name: string }[] }>(
      page,
      '/custom_field/opportunity/',
    )
    const engineer = `custom.${data.find(({ name }) => name === 'Sales engineer')?.id}`
    const length = `custom.${data.find(({ name }) => name === 'Contract length')?.id}`
    const pane = await openPane(page, lead.id)
    await expect(rowOf(pane, '$1,200')).toContainText('Modules: Core')
    const { field } = await unfold(page, lead.id)
    const puts = writesTo(page, 'PUT', '/opportunity/')
    await expect(field('Modules')).toHaveAccessibleDescription('What they want first')
    await field('Modules').getByRole('combobox', { name: 'Add Modules' }).fill('rep')
    await page.keyboard.press('Enter')
    await expect(field('Modules').getByRole('listitem')).toHaveText(['Core', 'Reports'])
    await field('Modules').getByRole('button', { name: 'Remove Core' }).click()
    await expect(field('Modules').getByRole('listitem')).toHaveText(['Reports'])
    await field('Sales engineer').getByRole('combobox').fill(me.first_name)
    await page.keyboard.press('Enter')
    const months = field('Contract length').getByRole('textbox')
    await months.fill('24')
    await months.press('Enter')
    await expect.poll(own).toMatchObject({ [modules]: ['Reports'], [engineer]: me.id, [length]: 24 })
    expect(puts).toEqual([
      { [`${modules}.add`]: 'Reports' },
      { [`${modules}.remove`]: 'Core' },
      { [engineer]: me.id },
      { [length]: 24 },
    ])
    await expectAccessible(page, PANE)

    // Put away with those of the lead, by one wish.
    await pane.getByRole('button', { name: 'Hide 2 empty fields of opportunity $1,200' }).click()
    await expect(field('Priority')).toHaveCount(0)
    await expect(field('Contract length')).toBeVisible()
    await expect(pane.getByRole('button', { name: /^Show \d+ empty fields$/ })).toBeVisible()
    await rowOf(pane, '$1,200').getByRole('button', { name: 'Details of opportunity $1,200' }).click()
    await expect(rowOf(pane, '$1,200')).toContainText(
      `Contract length: 24 · Sales engineer: ${me.first_name} ${me.last_name} · Modules: Reports`,
    )
  })

  test('that others may change only show their value and the reason', async ({ page }) => {
    const { lead, modules } = await prepare(page)
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/role/', { name: 'Finance' })
    const path = `/custom_field/opportunity/${modules.slice('custom.'.length)}/`
    await writeApi(page, 'PUT', path, { editable_with_roles: [id] })
    const { field } = await unfold(page, lead.id)
    await expect(field('Modules')).toContainText('Core')
    await expect(field('Modules')).toContainText('Only Finance may change this.')
    await expect(field('Modules').getByRole('combobox')).toHaveCount(0)
    await expect(field('Modules').getByRole('button')).toHaveCount(0)
  })

  test('tell at the field what was refused, and what waits for the network', async ({ page }) => {
    const { lead, modules, own } = await prepare(page)
    const { pane, field } = await unfold(page, lead.id, failing('PUT /opportunity/* 500'))
    await field('Modules').getByRole('combobox', { name: 'Add Modules' }).fill('arch')
    await page.keyboard.press('Enter')
    const alert = field('Modules').getByRole('alert')
    await expect(alert).toContainText('“Archive” was not added. Internal server error')
    await page.reload()
    // What has to be decided is in sight.
    await expect(alert).toContainText('“Archive” was not added.')
    await setSwitches(page, { fail: '' })
    await alert.getByRole('button', { name: 'Retry' }).click()
    await expect(alert).toHaveCount(0)
    await expect.poll(async () => (await own())?.[modules]).toEqual(['Core', 'Archive'])

    await setSwitches(page, { fail: '* * network' })
    if (!(await field('Contract length').isVisible()))
      await pane.getByRole('button', { name: 'Details of opportunity $1,200' }).click()
    const months = field('Contract length').getByRole('textbox')
    await months.fill('36')
    await months.press('Enter')
    await expect(field('Contract length').getByRole('status')).toContainText('Waits to be sent.')
    await setSwitches(page, { fail: '' })
    await field('Contract length').getByRole('button', { name: 'Retry now' }).click()
    await expect(field('Contract length').getByRole('status')).toHaveCount(0)
    await expect.poll(async () => Object.values((await own()) ?? {})).toContain(36)
  })

  test('say when their definitions cannot be read', async ({ page }) => {
    const { lead } = await prepare(page)
    const { pane, field } = await unfold(page, lead.id, failing('GET /custom_field_schema/opportunity/ 500'))
    await expect(opportunitiesOf(pane).getByRole('alert')).toContainText(
      'The custom fields of opportunities could not be loaded.',
    )
    await setSwitches(page, { fail: '' })
    await opportunitiesOf(pane).getByRole('button', { name: 'Try again' }).click()
    await expect(field('Modules').getByRole('listitem')).toHaveText(['Core'])
  })
})
