import { expect, test, type Page } from '@playwright/test'

import { readApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeLead, openPane, setSwitches, writesTo } from './lead-pane-setup.ts'

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
    expect(posts).toEqual([
      {
        lead_id: lead.id,
        name: 'Sally Sitwell',
        emails: [
          { type: 'office', email: 'sally@sitwell.example' },
          { type: 'home', email: 'sally@home.example' },
        ],
      },
    ])
    expect(await stored()).toHaveLength(1)
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
    expect(puts).toEqual([{ title: 'Chairman', emails: [{ type: 'office', email: 'stan@sitwell.example' }] }])
    expect((await stored())[0]).toMatchObject({ name: 'Stan Sitwell', title: 'Chairman' })
  })

  test('a refusal stands at the input it is about, and nothing is lost', async ({ page }) => {
    const { section, stored } = await paneOf(page, [])
    await section.getByRole('button', { name: 'Add contact' }).click()
    const form = section.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Sally')
    await form.getByRole('button', { name: 'Add email' }).click()
    // The first line stays empty and is not sent: the server's "0" is our second line.
    await form.getByRole('textbox', { name: 'Email 2' }).fill('sally@x')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(form.getByRole('textbox', { name: 'Email 2' })).toHaveAccessibleDescription(/email/i)
    await expect(form.getByRole('textbox', { name: 'Email 2' })).toBeFocused()
    await expect(form.getByRole('textbox', { name: 'Email', exact: true })).toHaveAccessibleDescription('')
    await form.getByRole('textbox', { name: 'Email 2' }).fill('sally@sitwell.example')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await expect(section.getByRole('heading', { name: 'Sally' })).toBeVisible()
    expect(await stored()).toHaveLength(1)
  })

  for (const [rule, reason] of [
    ['POST /contact/ 400@1', 'told to refuse'],
    ['POST /contact/ network@1', 'could not be reached'],
  ] as const) {
    test(`another refusal (${rule}) stands by the button`, async ({ page }) => {
      const { section } = await paneOf(page, [])
      await setSwitches(page, { fail: rule })
      await section.getByRole('button', { name: 'Add contact' }).click()
      const form = section.getByRole('form', { name: 'New contact' })
      await form.getByRole('textbox', { name: 'Name' }).fill('Sally')
      await form.getByRole('button', { name: 'Add contact' }).click()
      await expect(form.getByRole('alert')).toContainText(reason)
      await expect(page.getByRole('alert')).toHaveCount(1)
      await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Sally')
      await form.getByRole('button', { name: 'Add contact' }).click()
      await expect(section.getByRole('heading', { name: 'Sally' })).toBeVisible()
    })
  }

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

  test('one is removed after a question that says what happens', async ({ page }) => {
    const { section, stored } = await paneOf(page, [stan, { name: 'Sally Sitwell' }])
    await setSwitches(page, { fail: 'DELETE /contact/* 500@1' })
    await section.getByRole('button', { name: 'Remove Stan Sitwell' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Remove Stan Sitwell?' })
    await expect(dialog).toContainText('cannot be brought back')
    await dialog.getByRole('button', { name: 'Remove contact' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Internal server error')
    await dialog.getByRole('button', { name: 'Remove contact' }).click()
    await expect(dialog).toBeHidden()
    await expect(section.getByRole('heading', { name: 'Stan Sitwell' })).toBeHidden()
    expect((await stored()).map(({ name }) => name)).toEqual(['Sally Sitwell'])
  })

  test('many are folded away until asked for', async ({ page }) => {
    const many = Array.from({ length: 12 }, (_, i) => ({ name: `Sitwell ${i + 1}` }))
    const { section } = await paneOf(page, many)
    await expect(section.getByRole('heading', { level: 4 })).toHaveCount(5)
    await section.getByRole('button', { name: 'Show 7 more contacts' }).click()
    await expect(section.getByRole('heading', { level: 4 })).toHaveCount(12)
  })

  test('the form is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the whole page twice
    const { section } = await paneOf(page, [stan])
    await section.getByRole('button', { name: 'Edit Stan Sitwell' }).click()
    await section.getByRole('textbox', { name: 'Email 2' }).fill('not an email')
    await section.getByRole('button', { name: 'Save contact' }).click()
    await expect(section.getByRole('textbox', { name: 'Email 2' })).toHaveAccessibleDescription(/looks like/)
    await expectAccessible(page)
  })
})
