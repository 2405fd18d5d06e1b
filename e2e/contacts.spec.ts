import { expect, test, type Page } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { makeLead, openPane, setSwitches, startDemo, writesTo } from './lead-pane-setup.ts'

type StoredContact = { id: string; name: string; [key: string]: unknown }

const stan = {
  name: 'Stan Sitwell',
  title: 'Founder',
  emails: [
    { type: 'office', email: 'stan@sitwell.example' },
    { type: 'home', email: 'stan@home.example' },
  ],
  phones: [{ type: 'mobile', phone: '+1 949-555-0143' }],
  urls: [{ type: 'url', url: 'https://sitwell.example/stan' }],
}

async function paneOf(page: Page, contacts: object[]) {
  const lead = await makeLead(page, { name: 'Sitwell Housing', contacts })
  const pane = await openPane(page, lead.id)
  const stored = async () =>
    (await readApi<ApiLead>(page, `/lead/${lead.id}/`)).contacts as unknown as StoredContact[]
  return { lead, pane, stored, section: pane.getByRole('region', { name: 'Contacts' }) }
}

test.describe('the people of a lead', () => {
  test('are called, written to and copied with one press', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { section } = await paneOf(page, [stan])
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeVisible()
    await expect(section.getByRole('link', { name: '+1 949 555 0143' })).toHaveAttribute(
      'href',
      'tel:+19495550143',
    )
    await expect(section.getByRole('link', { name: 'stan@sitwell.example' })).toHaveAttribute(
      'href',
      'mailto:stan@sitwell.example',
    )
    const first = section
      .getByRole('listitem')
      .filter({ has: page.getByText('stan@sitwell.example') })
      .last()
    await expect(first).toContainText('Primary')
    await section.getByRole('button', { name: 'Copy stan@home.example' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied stan@home.example' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('stan@home.example')
  })

  test('a new one is added through the contact endpoint', async ({ page }) => {
    const { lead, section, stored } = await paneOf(page, [])
    const posts = writesTo(page, 'POST', '/contact/')
    await section.getByRole('button', { name: 'Add contact' }).click()
    const form = section.getByRole('form', { name: 'New contact' })
    await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/Give a name/)
    expect(posts).toEqual([])

    await form.getByRole('textbox', { name: 'Name' }).fill('Sally Sitwell')
    await form.getByRole('textbox', { name: 'Email', exact: true }).fill('sally@sitwell.example')
    await form.getByRole('button', { name: 'Add email' }).click()
    await expect(form.getByRole('textbox', { name: 'Email 2' })).toBeFocused()
    await form.getByRole('textbox', { name: 'Email 2' }).fill('sally@home.example')
    await form.getByRole('combobox', { name: 'Type of email 2' }).selectOption('home')
    await form.getByRole('textbox', { name: 'Email 2' }).press('Enter')

    await expect(section.getByRole('heading', { name: 'Sally Sitwell' })).toBeVisible()
    await expect(form).toBeHidden()
    await expect(section.getByRole('button', { name: 'Add contact' })).toBeFocused()
    await expect
      .poll(() => posts)
      .toEqual([
        {
          lead_id: lead.id,
          name: 'Sally Sitwell',
          emails: [
            { type: 'office', email: 'sally@sitwell.example' },
            { type: 'home', email: 'sally@home.example' },
          ],
        },
      ])
    await expect.poll(async () => (await stored()).length).toBe(1)
  })

  test('an edit sends only what was touched', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan])
    const puts = writesTo(page, 'PUT', '/contact/')
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    const form = section.getByRole('form', { name: 'Edit Stan Sitwell' })
    await form.getByRole('textbox', { name: 'Title' }).fill('Chairman')
    await form.getByRole('button', { name: 'Remove email 2' }).click()
    await form.getByRole('button', { name: 'Save contact' }).click()
    await expect(section.getByText('Chairman')).toBeVisible()
    await expect(section.getByRole('button', { name: 'Edit Stan Sitwell' })).toBeFocused()
    await expect
      .poll(() => puts)
      .toEqual([{ title: 'Chairman', emails: [{ type: 'office', email: 'stan@sitwell.example' }] }])
    await expect
      .poll(async () => (await stored())[0])
      .toMatchObject({ name: 'Stan Sitwell', title: 'Chairman' })
  })

  test('a new one shows at once, and a refusal offers to put it right where it is wrong', async ({
    page,
  }) => {
    const { section, stored } = await paneOf(page, [])
    await section.getByRole('button', { name: 'Add contact' }).click()
    const form = section.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Sally')
    await form.getByRole('button', { name: 'Add email' }).click()
    // The first line stays empty and is not sent: the server's "0" is our second line.
    await form.getByRole('textbox', { name: 'Email 2' }).fill('sally@x')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(form).toBeHidden()
    const refusal = section.getByRole('alert')
    await expect(refusal).toContainText('Sally was not saved')
    await expect(section.getByRole('heading', { name: 'Sally' })).toBeHidden()

    await refusal.getByRole('button', { name: 'Edit' }).click()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Sally')
    await expect(form.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(/email/i)
    await expect(form.getByRole('textbox', { name: 'Email' })).toBeFocused()
    await form.getByRole('textbox', { name: 'Email' }).fill('sally@sitwell.example')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(section.getByRole('heading', { name: 'Sally' })).toBeVisible()
    await expect.poll(async () => (await stored()).length).toBe(1)
  })

  test('one whose server is down is retried or discarded', async ({ page }) => {
    const { section, stored } = await paneOf(page, [])
    await setSwitches(page, { fail: 'POST /contact/ 500@1' })
    await section.getByRole('button', { name: 'Add contact' }).click()
    await section.getByRole('textbox', { name: 'Name' }).fill('Sally')
    await section.getByRole('textbox', { name: 'Name' }).press('Enter')
    const refusal = section.getByRole('alert')
    await expect(refusal).toContainText('Internal server error')
    await refusal.getByRole('button', { name: 'Retry' }).click()
    await expect(section.getByRole('heading', { name: 'Sally' })).toBeVisible()
    await expect.poll(async () => (await stored()).length).toBe(1)
    await expect(refusal).toBeHidden()
  })

  test('without a connection they are added and edited, and sent once when it is back', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan])
    const posts = writesTo(page, 'POST', '/contact/')
    await setSwitches(page, { fail: 'POST /contact/ network, PUT /contact/* network' })
    await section.getByRole('button', { name: 'Add contact' }).click()
    await section.getByRole('textbox', { name: 'Name' }).fill('Sally')
    await section.getByRole('textbox', { name: 'Name' }).press('Enter')
    await expect(section.getByRole('heading', { name: 'Sally' })).toBeVisible()
    await expect(section.getByRole('alert')).toHaveCount(0)
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    await section.getByRole('textbox', { name: 'Title' }).fill('Chairman')
    await section.getByRole('button', { name: 'Save contact' }).click()
    await expect(section.getByText('Chairman')).toBeVisible()
    await expect.poll(() => posts.length).toBeGreaterThan(0)
    await expect(section.getByText('Waits to be sent')).not.toHaveCount(0)
    await setSwitches(page, { fail: '' })
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(async () => (await stored()).map(({ name }) => name)).toEqual(['Stan Sitwell', 'Sally'])
    await expect.poll(async () => (await stored())[0]?.['title']).toBe('Chairman')
  })

  test('an edit that is refused falls back, and is put right in its form', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan])
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    const form = section.getByRole('form', { name: 'Edit Stan Sitwell' })
    await form.getByRole('textbox', { name: 'Title' }).fill('Chairman')
    await form.getByRole('textbox', { name: 'Email 2' }).fill('stan@x')
    await form.getByRole('button', { name: 'Save contact' }).click()
    const refusal = section.getByRole('alert')
    await expect(refusal).toContainText('The changes to Stan Sitwell were not saved')
    await expect(section.getByText('Founder')).toBeVisible()
    await refusal.getByRole('button', { name: 'Edit' }).click()
    await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue('Chairman')
    await expect(form.getByRole('textbox', { name: 'Email 2' })).toHaveAccessibleDescription(/email/i)
    await form.getByRole('textbox', { name: 'Email 2' }).fill('stan@old.example')
    await form.getByRole('button', { name: 'Save contact' }).click()
    await expect(section.getByText('Chairman')).toBeVisible()
    await expect(refusal).toBeHidden()
    await expect.poll(async () => (await stored())[0]).toMatchObject({ title: 'Chairman' })
  })

  test('somebody else changes the same field meanwhile: both are shown, and mine or theirs is chosen', async ({
    page,
  }) => {
    const { section, stored } = await paneOf(page, [stan])
    await setSwitches(page, { fail: 'GET /event/ 500' }) // this page does not hear of it
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    const [contact] = await stored()
    await writeApi(page, 'PUT', `/contact/${contact?.id}/`, { title: 'Patriarch' })
    await section.getByRole('textbox', { name: 'Title' }).fill('Chairman')
    await page.waitForTimeout(3_500) // what was heard in the last seconds is not read again
    await section.getByRole('button', { name: 'Save contact' }).click()
    const conflict = section.getByRole('alert')
    await expect(conflict).toContainText('Chairman')
    await expect(conflict).toContainText('Patriarch')
    expect((await stored())[0]?.['title']).toBe('Patriarch')
    await conflict.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await stored())[0]?.['title']).toBe('Chairman')
  })

  test('a half-typed contact survives Escape, another lead and a reload; Cancel forgets it', async ({
    page,
  }) => {
    const { section, lead } = await paneOf(page, [stan])
    await section.getByRole('button', { name: 'Add contact' }).click()
    const form = section.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Half typ')
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    await expect(section.getByText('Unsaved contact')).toBeVisible()
    await section.getByRole('button', { name: 'Add contact' }).click()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Half typ')

    await page.getByRole('button', { name: 'Close' }).first().click()
    await page.goto(`/leads/${lead.id}`)
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Half typ')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(form).toBeHidden()
    await section.getByRole('button', { name: 'Add contact' }).click()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  })

  test('one is removed at once, and brought back with Undo before anything is sent', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan, { name: 'Sally Sitwell' }])
    const deletions = writesTo(page, 'DELETE', '/contact/')
    await section.getByRole('button', { name: 'Remove Stan Sitwell' }).click()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeHidden()
    const toast = page.getByRole('status').filter({ hasText: 'Removed Stan Sitwell' })
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeVisible()
    expect(deletions).toEqual([])

    await section.getByRole('button', { name: 'Remove Stan Sitwell' }).click()
    await expect.poll(() => deletions.length, { timeout: 10_000 }).toBe(1)
    await expect.poll(async () => (await stored()).map(({ name }) => name)).toEqual(['Sally Sitwell'])
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeHidden()
  })

  test('one that the server does not remove is back and says why', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan])
    await setSwitches(page, { fail: 'DELETE /contact/* 500@1' })
    await section.getByRole('button', { name: 'Remove Stan Sitwell' }).click()
    const refusal = section.getByRole('alert')
    await expect(refusal).toContainText('Stan Sitwell was not removed', { timeout: 10_000 })
    await refusal.getByRole('button', { name: 'Keep contact' }).click()
    await expect(refusal).toBeHidden()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeVisible()
    expect(await stored()).toHaveLength(1)
  })

  test('one moves to another lead, and back with Undo', async ({ page }) => {
    const { section, stored, lead } = await paneOf(page, [stan, { name: 'Sally Sitwell' }])
    await writeApi(page, 'POST', '/lead/', { name: 'Harbour Boats' })
    const names = async () => (await stored()).map(({ name }) => name)
    await section.getByRole('button', { name: 'Move Stan Sitwell to another lead…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Move Stan Sitwell to another lead' })
    await expect(dialog.getByRole('combobox', { name: 'Lead' })).toBeFocused()
    await dialog.getByRole('combobox', { name: 'Lead' }).fill('harbour')
    await page.getByRole('option', { name: /Harbour Boats/ }).click()
    await dialog.getByRole('button', { name: 'Move contact' }).click()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeHidden()
    await expect.poll(names).toEqual(['Sally Sitwell'])
    const found = await readApi<{ data: { lead_id: string; name: string }[] }>(page, '/contact/?_limit=100')
    expect(found.data.find(({ name }) => name === 'Stan Sitwell')?.lead_id).not.toBe(lead.id)

    await page
      .getByRole('status')
      .filter({ hasText: 'Moved Stan Sitwell' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeVisible()
    await expect.poll(names).toEqual(['Sally Sitwell', 'Stan Sitwell'])
  })

  test('their own custom fields are edited where they stand', async ({ page }) => {
    await startDemo(page)
    const field = await writeApi<{ id: string }>(page, 'POST', '/custom_field/contact/', {
      name: 'Interests',
      type: 'choices',
      choices: ['Boats', 'Magic'],
      accepts_multiple_values: true,
    })
    const key = `custom.${field.id}`
    const { section, stored } = await paneOf(page, [{ ...stan, [key]: ['Boats'] }])
    const puts = writesTo(page, 'PUT', '/contact/')
    const interests = section.getByRole('group', { name: 'Interests' })
    await expect(interests.getByRole('listitem')).toHaveText(['Boats'])
    await interests.getByRole('combobox', { name: 'Add Interests' }).fill('mag')
    await page.keyboard.press('Enter')
    await expect(interests.getByRole('listitem')).toHaveText(['Boats', 'Magic'])
    await interests.getByRole('button', { name: 'Remove Boats' }).click()
    await expect.poll(async () => (await stored())[0]?.[key]).toEqual(['Magic'])
    expect(puts).toEqual([{ [`${key}.add`]: 'Magic' }, { [`${key}.remove`]: 'Boats' }])

    await section.getByRole('button', { name: 'Show empty fields of Stan Sitwell' }).click()
    await section.getByRole('combobox', { name: 'Preferred language' }).fill('Deu')
    await page.keyboard.press('Enter')
    await expect.poll(async () => Object.values((await stored())[0] ?? {})).toContain('Deutsch')
  })

  test('many are folded away until asked for', async ({ page }) => {
    const many = Array.from({ length: 12 }, (_, i) => ({ name: `Sitwell ${i + 1}` }))
    const { section } = await paneOf(page, many)
    await expect(section.getByRole('heading', { level: 4 })).toHaveCount(5)
    await section.getByRole('button', { name: 'Show 7 more contacts' }).click()
    await expect(section.getByRole('heading', { level: 4 })).toHaveCount(12)
  })

  test('the form is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the pane twice
    const { section } = await paneOf(page, [stan])
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    await section.getByRole('textbox', { name: 'Email 2' }).fill('not an email')
    await section.getByRole('button', { name: 'Save contact' }).click()
    await expect(section.getByRole('textbox', { name: 'Email 2' })).toHaveAccessibleDescription(/looks like/)
    await expectAccessible(page, PANE)
  })
})
