import { expect, type Page } from '@playwright/test'

import { demoReady, readApi, type ApiLead } from './api.ts'

/** A CSV file for the file input. */
export function csvFile(text: string | Buffer, name = 'leads.csv') {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** Opens the import of an organisation with `leads` leads; `fail` are rules as in `demo-fail`. */
export async function openImport(page: Page, { leads = 0, fail = '', latency = 0 } = {}): Promise<void> {
  await page.goto(`/import?demo-leads=${leads}&demo-latency=${latency}&demo-fail=${encodeURIComponent(fail)}`)
  await demoReady(page)
  // The page can be there before its requests are caught.
  await expect
    .poll(() =>
      readApi(page, '/me/').then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
}

/** Chooses a file and waits for its columns. */
export async function chooseCsv(page: Page, file: string | ReturnType<typeof csvFile>): Promise<void> {
  await page.getByLabel('CSV file').setInputFiles(file)
  await expect(page.getByRole('heading', { name: 'What is in each column?' })).toBeVisible()
}

/** Goes on to the check and waits for its outcome. */
export async function checkRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('button', { name: 'Import leads' })).toBeVisible({ timeout: 30_000 })
}

/** All leads of the demo, page by page. */
export async function allLeads(page: Page): Promise<ApiLead[]> {
  const leads: ApiLead[] = []
  for (;;) {
    const { data, has_more } = await readApi<{ data: ApiLead[]; has_more: boolean }>(
      page,
      `/lead/?_limit=200&_skip=${leads.length}`,
    )
    leads.push(...data)
    if (!has_more) return leads
  }
}

/** The lead custom fields by name. */
export async function leadFields(page: Page) {
  type Field = {
    id: string
    name: string
    type: string
    choices: string[] | null
    accepts_multiple_values: boolean
  }
  const { fields } = await readApi<{ fields: Field[] }>(page, '/custom_field_schema/lead/')
  return new Map(fields.map((field) => [field.name, field]))
}
