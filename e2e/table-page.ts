import { expect, type Locator, type Page } from '@playwright/test'

import { readApi, type ApiLead } from './api.ts'
import { startDemo } from './lead-pane-setup.ts'

/** Opens the table, by default with 60 leads, and waits for its rows. */
export async function openTable(page: Page, search = '?demo-leads=60'): Promise<Locator> {
  await page.goto(`/leads${search}`)
  const grid = gridOf(page)
  await expect(grid.getByRole('link').first()).toBeVisible()
  return grid
}

export function gridOf(page: Page): Locator {
  return page.getByRole('grid', { name: 'Leads' })
}

/** The status line above the table, e.g. "60 leads". */
export function countOf(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /\bleads?$/ })
}

export function header(page: Page, label: string): Locator {
  return gridOf(page).getByRole('columnheader', { name: label, exact: true })
}

/** The labels of the shown columns, from the left. */
export function headers(page: Page): Promise<string[]> {
  return gridOf(page).getByRole('columnheader').allTextContents()
}

/** The row of a lead, by its name. */
export function rowOf(page: Page, name: string): Locator {
  const link = page.getByRole('link', { name, exact: true })
  return gridOf(page).getByRole('row').filter({ has: link })
}

/** A lead's cell in a column. */
export async function cellOf(page: Page, name: string, label: string): Promise<Locator> {
  const place = await header(page, label).getAttribute('aria-colindex')
  return rowOf(page, name).locator(`[aria-colindex="${place}"]`)
}

/** The names of the rows on screen, from the top. */
export function names(page: Page): Promise<string[]> {
  return gridOf(page).getByRole('rowheader').allTextContents()
}

/** What each cell of a column shows, from the top. */
export async function columnTexts(page: Page, label: string): Promise<string[]> {
  const place = await header(page, label).getAttribute('aria-colindex')
  return gridOf(page).locator(`[data-row]:not([data-row="-1"]) [aria-colindex="${place}"]`).allTextContents()
}

/** Where the keyboard is in the grid: the row's index from 1 (0 for the header) and the column's name. */
export async function place(page: Page): Promise<[row: number, column: string]> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLElement>('[aria-colindex]')
    const row = cell?.closest<HTMLElement>('[data-row]')
    const index = cell?.getAttribute('aria-colindex')
    const label = document.querySelector(`[role="columnheader"][aria-colindex="${index}"]`)
    return [Number(row?.dataset['row'] ?? -9) + 1, label?.textContent || 'check boxes']
  })
}

/**
 * A table of a few leads with the named fields as columns; a field that is no custom field is given by its id.
 * Answers each custom field's wire key by its label.
 */
export async function openWithFields(
  page: Page,
  fields: string[],
  search = '',
): Promise<Map<string, string>> {
  await startDemo(page)
  const schema = await readApi<{ fields: { id: string; name: string }[] }>(page, '/custom_field_schema/lead/')
  const keys = new Map(schema.fields.map(({ id, name }) => [name, `custom.${id}`]))
  const columns = fields.map((field) => keys.get(field) ?? field).join(',')
  await openTable(page, `?columns=${columns}${search}`)
  return keys
}

/** A lead as the server has it. */
export async function storedLead(page: Page, name: string): Promise<ApiLead> {
  const query = encodeURIComponent(`name:"${name}"`)
  const { data } = await readApi<{ data: ApiLead[] }>(page, `/lead/?query=${query}`)
  const lead = data.find((one) => one.display_name === name)
  if (!lead) throw new Error(`no lead is called ${name}`)
  return lead
}
