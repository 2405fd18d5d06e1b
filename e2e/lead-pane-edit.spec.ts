import { expect, test, type Locator } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import {
  failing,
  makeField,
  makeLead,
  openPane,
  setSwitches,
  startDemo,
  writesTo,
} from './lead-pane-setup.ts'

/** Types a whole new value and saves it. */
async function retype(box: Locator, text: string) {
  await box.fill(text)
  await box.press('Enter')
}

test.describe('editing a lead in its pane', () => {
  test('each edit sends its own field and nothing else', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', '/lead/')

    await pane.getByRole('button', { name: 'Edit name' }).click()
    await expect(pane.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await retype(pane.getByRole('textbox', { name: 'Name' }), 'Sitwell Homes')
    await expect(pane.getByRole('heading', { name: 'Sitwell Homes', level: 2 })).toBeVisible()
    await expect(pane.getByRole('button', { name: 'Edit name' })).toBeFocused()
    await retype(pane.getByRole('textbox', { name: 'URL' }), 'https://sitwell.example')
    const description = pane.getByRole('textbox', { name: 'Description' })
    await description.fill('Met at the fair.\nLikes boats.')
    await description.press('Control+Enter')
    await pane.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: 'Qualified' }).click()

    await expect
      .poll(() => puts)
      .toEqual([
        { name: 'Sitwell Homes' },
        { url: 'https://sitwell.example' },
        { description: 'Met at the fair.\nLikes boats.' },
        { status_id: expect.stringMatching(/^stat_/) },
      ])
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['status_label'])
      .toBe('Qualified')
    await page.reload()
    await expect(pane.getByRole('textbox', { name: 'Description' })).toHaveValue(
      'Met at the fair.\nLikes boats.',
    )
    await expect(pane.getByRole('link', { name: /^Open https:\/\/sitwell\.example/ })).toBeVisible()
  })

  test('Escape keeps the old value, an unchanged one is not sent', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://old.example' })
    const pane = await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', '/lead/')
    const url = pane.getByRole('textbox', { name: 'URL' })
    await url.fill('https://new.example')
    await url.press('Escape')
    await expect(url).toHaveValue('https://old.example')
    await url.press('Enter')
    await url.press('Escape')
    expect(puts).toEqual([])
  })

  for (const [what, rule, reason] of [
    ['refused', 'PUT /lead/* 403@1', 'permission'],
    ['met by an error', 'PUT /lead/* 500@1', 'Internal server error'],
  ] as const) {
    test(`an edit that is ${what} says so in its place, keeps what was typed, and can be retried`, async ({
      page,
    }) => {
      const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://old.example' })
      const pane = await openPane(page, lead.id, failing(rule))
      const url = pane.getByRole('textbox', { name: 'URL' })
      await retype(url, 'https://new.example')
      const group = pane.getByRole('group', { name: 'URL' })
      await expect(page.getByRole('alert')).toHaveCount(1)
      await expect(group.getByRole('alert')).toContainText('URL was not saved.')
      await expect(group.getByRole('alert')).toContainText(reason)
      await expect(url).toHaveValue('https://new.example')
      expect((await readApi(page, `/lead/${lead.id}/`))['url']).toBe('https://old.example')

      await group.getByRole('button', { name: 'Retry' }).click()
      await expect(group.getByRole('alert')).toBeHidden()
      await expect
        .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['url'])
        .toBe('https://new.example')
    })
  }

  test('an edit that is lost on the way stays, waits, and is sent by itself', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://old.example' })
    const pane = await openPane(page, lead.id, failing('PUT /lead/* network@1'))
    const url = pane.getByRole('textbox', { name: 'URL' })
    await retype(url, 'https://new.example')
    await expect(pane.getByRole('group', { name: 'URL' })).toContainText('Waits to be sent')
    await expect(url).toHaveValue('https://new.example')
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['url'])
      .toBe('https://new.example')
    await expect(pane).not.toContainText('Waits to be sent')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('a refused edit can be given up', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id, failing('PUT /lead/* 403'))
    await pane.getByRole('button', { name: 'Edit name' }).click()
    await retype(pane.getByRole('textbox', { name: 'Name' }), 'Sitwell Homes')
    await expect(pane.getByRole('alert')).toContainText('Name was not saved. You do not have permission')
    await expect(pane.getByRole('textbox', { name: 'Name' })).toHaveValue('Sitwell Homes')
    await pane.getByRole('button', { name: 'Discard' }).click()
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('Sitwell Housing')
    await expect(pane.getByRole('textbox', { name: 'Name' })).toBeHidden()
  })

  test('of two quick edits the first is refused and the later one stays', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://old.example' })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { latency: 800, fail: 'PUT /lead/* 500@1' })
    const url = pane.getByRole('textbox', { name: 'URL' })
    await retype(url, 'https://first.example')
    await retype(url, 'https://second.example')
    await expect(url).toHaveValue('https://second.example')
    await expect(url).not.toHaveAttribute('aria-busy')
    await expect(url).toHaveValue('https://second.example')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await setSwitches(page, { latency: 0 })
    expect((await readApi(page, `/lead/${lead.id}/`))['url']).toBe('https://second.example')
  })

  test('two fields edited at once: the refused one falls back, the other stays', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { latency: 500, fail: 'PUT /lead/* 500@1' })
    await retype(pane.getByRole('textbox', { name: 'URL' }), 'https://first.example')
    const description = pane.getByRole('textbox', { name: 'Description' })
    await description.fill('Later')
    await description.press('Control+Enter')
    await expect(pane.getByRole('group', { name: 'URL' }).getByRole('alert')).toBeVisible()
    await setSwitches(page, { latency: 0 })
    await expect.poll(async () => (await readApi(page, `/lead/${lead.id}/`))['description']).toBe('Later')
    await expect(description).toHaveValue('Later')
    await expect(pane.getByRole('group', { name: 'Description' }).getByRole('alert')).toBeHidden()
  })

  test('a refusal finds the person who has gone on, and leads back to the field', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://old.example' })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { latency: 1_500, fail: 'PUT /lead/* 500@1' })
    await retype(pane.getByRole('textbox', { name: 'URL' }), 'https://new.example')
    await pane.getByRole('button', { name: 'Close' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'URL was not saved for Sitwell Housing.' })
    await expect(alert).toBeVisible()
    await setSwitches(page, { latency: 0 })
    await alert.getByRole('button', { name: 'Show' }).click()
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://new.example')
    await pane.getByRole('group', { name: 'URL' }).getByRole('button', { name: 'Discard' }).click()
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://old.example')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test("a colleague's edit of another field survives ours", async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { description: 'From a colleague' })
    await retype(pane.getByRole('textbox', { name: 'URL' }), 'https://ours.example')
    await expect(pane.getByRole('textbox', { name: 'Description' })).toHaveValue('From a colleague')
    const stored = await readApi<ApiLead>(page, `/lead/${lead.id}/`)
    expect(stored).toMatchObject({ description: 'From a colleague', url: 'https://ours.example' })
  })
})

test.describe('custom fields', () => {
  test('each type has its control; a value is set, kept and unset', async ({ page }) => {
    await startDemo(page)
    const text = await makeField(page, { name: 'Motto', type: 'text', description: 'In their own words' })
    const number = await makeField(page, { name: 'Boats', type: 'number' })
    const date = await makeField(page, { name: 'Founded', type: 'date' })
    const choice = await makeField(page, { name: 'Colour', type: 'choices', choices: ['Red', 'Blue'] })
    const user = await makeField(page, { name: 'Guardian', type: 'user' })
    const contact = await makeField(page, { name: 'Signs', type: 'contact' })
    const hidden = await makeField(page, { name: 'Machine id', type: 'hidden' })
    const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', {
      name: 'Sitwell Housing',
      contacts: [{ name: 'Stan Sitwell' }, { name: 'Sally Sitwell' }],
      [hidden]: 'x1',
    })
    const pane = await openPane(page, lead.id)
    const group = (name: string) => pane.getByRole('group', { name, exact: true })
    await expect(group('Motto')).toHaveAccessibleDescription(/^In their own words\b/)
    await expect(group('Machine id')).toHaveCount(0)

    await retype(group('Motto').getByRole('textbox'), 'Build high')
    await retype(group('Boats').getByRole('textbox'), '1,250.5')
    await group('Founded').getByRole('textbox').fill('1974-05-01')
    await group('Founded').getByRole('textbox').press('Enter')
    await group('Colour').getByRole('combobox').fill('bl')
    await page.keyboard.press('Enter')
    await group('Guardian').getByRole('combobox').click()
    await page.getByRole('option').first().click()
    await group('Signs').getByRole('combobox').fill('sally')
    await page.keyboard.press('Enter')

    await expect
      .poll(() => readApi(page, `/lead/${lead.id}/`))
      .toMatchObject({
        [text]: 'Build high',
        [number]: 1250.5,
        [date]: '1974-05-01',
        [choice]: 'Blue',
        [user]: expect.stringMatching(/^user_/),
        [contact]: lead.contacts[1]?.id,
      })
    await expect(group('Boats').getByRole('textbox')).toHaveValue('1,250.5')

    await retype(group('Motto').getByRole('textbox'), '')
    await group('Colour').getByRole('button', { name: 'Clear Colour' }).click()
    await expect.poll(async () => Object.keys(await readApi(page, `/lead/${lead.id}/`))).not.toContain(choice)
    expect(Object.keys(await readApi(page, `/lead/${lead.id}/`))).not.toContain(text)
  })

  test('empty ones can be put away and stay away', async ({ page }) => {
    await startDemo(page)
    const motto = await makeField(page, { name: 'Motto', type: 'text' })
    await makeField(page, { name: 'Boats', type: 'number' })
    const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', { name: 'Sitwell', [motto]: 'Build high' })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: /^Hide \d+ empty fields$/ }).click()
    await expect(pane.getByRole('group', { name: 'Boats' })).toBeHidden()
    await expect(pane.getByRole('group', { name: 'Motto' })).toBeVisible()
    // Emptied under the hand, it stays until the lead is opened anew.
    await retype(pane.getByRole('group', { name: 'Motto' }).getByRole('textbox'), '')
    await expect(pane.getByRole('group', { name: 'Motto' })).toBeVisible()
    await page.reload()
    await expect(pane.getByRole('group', { name: 'Motto' })).toBeHidden()
    await pane.getByRole('button', { name: /^Show \d+ empty fields$/ }).click()
    await expect(pane.getByRole('group', { name: 'Boats' })).toBeVisible()
  })
})

test.describe('addresses', () => {
  test('are added, changed and removed, and a removal can be undone', async ({ page }) => {
    const lead = await makeLead(page, {
      name: 'Sitwell Housing',
      addresses: [{ label: 'business', address_1: '12 Mill Lane', city: 'Leeds', country: 'GB' }],
    })
    const pane = await openPane(page, lead.id)
    const section = pane.getByRole('region', { name: 'Addresses' })
    const stored = async () => (await readApi(page, `/lead/${lead.id}/`))['addresses']

    await section.getByRole('button', { name: 'Add address' }).click()
    const form = section.getByRole('form', { name: 'New address' })
    await form.getByRole('button', { name: 'Save address' }).click()
    await expect(form.getByRole('textbox', { name: 'Street', exact: true })).toHaveAccessibleDescription(
      /at least/,
    )
    await form.getByRole('textbox', { name: 'City' }).fill('Łódź')
    await form.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'Poland' })
    await form.getByRole('button', { name: 'Save address' }).click()
    await expect(section).toContainText('Łódź, Poland')
    await expect(section.getByRole('button', { name: 'Add address' })).toBeFocused()

    await section.getByRole('button', { name: 'Edit address 12 Mill Lane' }).click()
    await section.getByRole('textbox', { name: 'City' }).fill('York')
    await section.getByRole('textbox', { name: 'City' }).press('Enter')
    await expect.poll(stored).toMatchObject([
      { label: 'business', address_1: '12 Mill Lane', city: 'York', country: 'GB' },
      { city: 'Łódź', country: 'PL' },
    ])

    await section.getByRole('button', { name: 'Remove address 12 Mill Lane' }).click()
    await expect.poll(stored).toMatchObject([{ city: 'Łódź' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(stored).toMatchObject([{ city: 'Łódź' }, { address_1: '12 Mill Lane', city: 'York' }])
  })

  test('a refused address stays, to be corrected or given up', async ({ page }) => {
    const lead = await makeLead(page, {
      name: 'Sitwell Housing',
      addresses: [{ label: 'business', address_1: '12 Mill Lane', city: 'Leeds', country: 'GB' }],
    })
    const pane = await openPane(page, lead.id, failing('PUT /lead/* 400@1'))
    const section = pane.getByRole('region', { name: 'Addresses' })
    await section.getByRole('button', { name: 'Edit address 12 Mill Lane' }).click()
    await section.getByRole('textbox', { name: 'City' }).fill('Yorck')
    await section.getByRole('textbox', { name: 'City' }).press('Enter')
    await expect(section.getByRole('alert')).toContainText('The address list was not saved.')
    await expect(section.getByRole('listitem')).toContainText('Yorck')
    await section.getByRole('button', { name: 'Edit address 12 Mill Lane' }).click()
    await section.getByRole('textbox', { name: 'City' }).fill('York')
    await section.getByRole('textbox', { name: 'City' }).press('Enter')
    await expect(section.getByRole('alert')).toBeHidden()
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))['addresses'])
      .toMatchObject([{ address_1: '12 Mill Lane', city: 'York' }])
  })

  test('Escape in the form closes the form, not the pane', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'Add address' }).click()
    await page.keyboard.press('Escape')
    await expect(pane.getByRole('form', { name: 'New address' })).toBeHidden()
    await expect(pane).toBeVisible()
  })
})
