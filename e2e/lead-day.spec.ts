import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test } from '@playwright/test'

import { readApi, type ApiLead } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { checkRows, chooseCsv, openImport } from './import-steps.ts'

const COMPANIES = fileURLToPath(new URL('../../shared/data/remote-companies.csv', import.meta.url))

/** What the server holds below a lead. */
type Below = ApiLead & {
  tasks: { text: string; is_complete: boolean }[]
  opportunities: { value: number; status_label: string }[]
  addresses: { city: string }[]
}

test('a rep works a day on one lead of a real list, by key, and the server has all of it', async ({
  page,
}) => {
  test.skip(!existsSync(COMPANIES), 'The list of companies is not on this machine.')
  test.setTimeout(180_000)
  await openImport(page)
  await chooseCsv(page, COMPANIES)
  await checkRows(page)
  await page.getByRole('button', { name: 'Import leads' }).click()
  await expect(page.getByRole('heading', { name: '882 leads imported' })).toBeVisible({ timeout: 90_000 })

  await page.goto('/leads?q=37signals')
  await page
    .getByRole('grid', { name: 'Leads' })
    .getByRole('link', { name: '37signals', exact: true })
    .click()
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')

  // Whom to talk to, and where they are.
  await pane.getByRole('button', { name: 'Add contact' }).press('Enter')
  await page.keyboard.type('Ada Byron')
  const contact = pane.getByRole('form', { name: 'New contact' })
  await contact.getByRole('textbox', { name: 'Title' }).fill('Head of engines')
  await contact.getByRole('button', { name: 'Add contact' }).press('Enter')
  await expect(pane.getByRole('heading', { name: 'Ada Byron' })).toBeVisible()
  await pane.getByRole('button', { name: 'Add address' }).press('Enter')
  const address = pane.getByRole('form', { name: 'New address' })
  await address.getByRole('textbox', { name: 'City' }).fill('Chicago')
  await address.getByRole('textbox', { name: 'State' }).fill('IL')
  await address.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'United States' })
  await page.keyboard.press('Enter')
  await expect(pane.getByTitle(/by the address/)).toContainText('there')

  // What is to be done, and what it may be worth.
  await pane.getByRole('button', { name: 'Add task' }).press('Enter')
  await page.keyboard.type('Send the price list')
  await page.keyboard.press('Enter')
  const task = pane.getByRole('checkbox', { name: 'Complete Send the price list' })
  await task.press('Space')
  await expect(task).toBeChecked()
  await pane.getByRole('button', { name: 'Add opportunity' }).press('Enter')
  await page.keyboard.type('1200')
  await page.keyboard.press('Enter')
  await expect(pane.getByRole('button', { name: /^Details of opportunity \$1,200/ })).toBeVisible()
  await expectAccessible(page, PANE)

  // What was said.
  await pane.getByRole('heading', { name: '37signals' }).click()
  await page.keyboard.press('w')
  // Faster than the form can come.
  await page.keyboard.type('They want:\n- flour')
  const activity = pane.getByRole('tabpanel', { name: 'Activity' })
  await expect(activity.getByRole('textbox', { name: 'Note' })).toHaveValue('They want:\n- flour')
  await page.keyboard.press('Control+Enter')
  await expect(activity.getByRole('article').first()).toContainText('flour')
  await page.keyboard.press('c')
  const call = activity.getByRole('form', { name: 'New call' })
  await call.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Ada Byron' })
  await call.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Left voicemail' })
  await page.keyboard.press('Control+Enter')
  await expect(activity.getByRole('article').first()).toContainText('Called Ada Byron')
  await expectAccessible(page, PANE)
  await activity.getByRole('searchbox', { name: 'Search activity' }).fill('flour')
  await expect(activity.getByRole('article')).toHaveCount(1)

  // Who did what.
  await pane.getByRole('tab', { name: 'Changes' }).click()
  const changes = pane.getByRole('region', { name: 'Changes of the lead' })
  await expect(changes.getByRole('listitem').first()).toContainText('Robin Hale')
  await expectAccessible(page, PANE)

  const leadId = new URL(page.url()).pathname.split('/').at(-1)
  await expect
    .poll(() => readApi<Below>(page, `/lead/${leadId}/`))
    .toMatchObject({
      contacts: [{ name: 'Ada Byron', title: 'Head of engines' }],
      addresses: [{ city: 'Chicago', state: 'IL', country: 'US' }],
      opportunities: [{ value: 120_000 }],
      tasks: [],
    })
  const done = await readApi<{ data: unknown[] }>(page, `/task/?lead_id=${leadId}&_type=all&is_complete=true`)
  expect(done.data).toMatchObject([{ text: 'Send the price list', is_complete: true }])
  const said = await readApi<{ data: { _type: string }[] }>(page, `/activity/?lead_id=${leadId}`)
  expect(said.data.map(({ _type }) => _type)).toEqual(['Call', 'Note', 'TaskCompleted', 'Created'])
})
