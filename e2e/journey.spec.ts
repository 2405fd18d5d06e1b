import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect, test, type Page } from '@playwright/test'

import { demoReady, readApi, type ApiLead } from './api.ts'

const COMPANIES = fileURLToPath(new URL('../../shared/data/remote-companies.csv', import.meta.url))

/** The leads of a name as the API has them. */
async function leadsNamed(page: Page, name: string): Promise<ApiLead[]> {
  const query = `name:"${name}"`
  return (await readApi<{ data: ApiLead[] }>(page, `/lead/?query=${encodeURIComponent(query)}`)).data
}

test('a rep imports a real list, finds companies, edits, merges and deletes, and all is as it was left', async ({
  page,
}) => {
  test.skip(!existsSync(COMPANIES), 'The list of companies is not on this machine.')
  test.setTimeout(180_000)

  // Import.
  await page.goto('/import?demo-leads=0')
  await demoReady(page)
  await page.getByLabel('CSV file').setInputFiles(COMPANIES)
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByRole('button', { name: 'Import leads' }).click()
  await expect(page.getByRole('heading', { name: '882 leads imported' })).toBeVisible({ timeout: 90_000 })

  // Find the European companies that use Rust.
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Leads', exact: true })
    .click()
  await expect(page.getByRole('status').filter({ hasText: '882 leads' })).toBeVisible()
  await page.getByRole('button', { name: /^Filter/ }).click()
  await page.getByRole('combobox', { name: 'Add filter' }).fill('region')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'europe', exact: true }).check()
  await page.getByRole('checkbox', { name: 'americas-europe' }).check()
  await page.getByRole('combobox', { name: 'Add filter' }).fill('technologies')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Add technologies' }).last().fill('rust')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 leads' })).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Leads' })
  await expect(grid).toHaveAttribute('aria-rowcount', '2')
  await expect(grid.getByRole('rowheader')).toHaveText([/1Password|Svix/, /1Password|Svix/])

  // Chips in the pane …
  await grid.getByRole('link', { name: '1Password', exact: true }).click()
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  const technologies = pane.getByRole('group', { name: 'technologies', exact: true })
  await technologies.getByRole('combobox', { name: 'Add technologies' }).fill('elixir')
  await page.keyboard.press('Enter')
  await technologies.getByRole('button', { name: 'Remove mobile' }).click()
  await expect(technologies.getByRole('list', { name: 'technologies' }).getByRole('listitem')).toHaveText([
    'devops',
    'go',
    'javascript',
    'rust',
    'elixir',
  ])

  // … a contact …
  await pane.getByRole('button', { name: 'Add contact' }).click()
  const form = pane.getByRole('form', { name: 'New contact' })
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Byron')
  await form.getByRole('button', { name: 'Add contact' }).click()
  await pane.getByRole('button', { name: 'Edit Ada Byron' }).click()
  const edit = pane.getByRole('form')
  await edit.getByRole('textbox', { name: 'Title' }).fill('Head of engines')
  await edit.getByRole('button', { name: /^Save/ }).click()
  await expect(pane).toContainText('Head of engines')
  await pane.getByRole('button', { name: 'Close', exact: true }).click()

  // … and in the table.
  const svix = grid.getByRole('row', { name: /Svix/ })
  const column = await columnIndex(page, 'technologies')
  await svix.locator(`[aria-colindex="${column}"]`).click()
  await page.keyboard.press('F2')
  const editor = page.getByRole('combobox', { name: 'Add technologies' }).last()
  await editor.fill('go')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect
    .poll(async () => Object.values((await leadsNamed(page, 'Svix'))[0] ?? {}).find(isTechnologies))
    .toEqual(['rust', 'go'])

  // Merge two leads.
  const [password] = await leadsNamed(page, '1Password')
  const [svixLead] = await leadsNamed(page, 'Svix')
  await page.goto(`/merge?source=${svixLead?.id}&destination=${password?.id}`)
  await page.getByRole('button', { name: 'Merge leads' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'as predicted' })).toBeVisible()

  // Delete one.
  await page.goto('/leads?q=37signals')
  await grid.getByRole('link', { name: '37signals', exact: true }).click()
  await pane.getByRole('button', { name: 'Delete lead' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete lead' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Deleted' })).toBeVisible()

  // Everything is as it was left.
  await page.goto('/leads')
  await expect(page.getByRole('status').filter({ hasText: '880 leads' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: '880 leads' })).toBeVisible()
  expect(await leadsNamed(page, '37signals')).toHaveLength(0)
  expect(await leadsNamed(page, 'Svix')).toHaveLength(0)
  const [survivor] = await leadsNamed(page, '1Password')
  expect(Object.values(survivor ?? {}).find(isTechnologies)).toEqual([
    'devops',
    'go',
    'javascript',
    'rust',
    'elixir',
  ])
  expect(survivor?.contacts).toMatchObject([{ name: 'Ada Byron', title: 'Head of engines' }])
  await page.goto(`/leads/${svixLead?.id}`)
  await expect(page).toHaveURL(new RegExp(password?.id ?? 'no survivor'))
})

function isTechnologies(value: unknown): boolean {
  return Array.isArray(value) && value.includes('rust')
}

async function columnIndex(page: Page, label: string): Promise<string> {
  const header = page.getByRole('columnheader', { name: label, exact: true })
  return (await header.getAttribute('aria-colindex')) ?? ''
}
