import { expect, type Locator, type Page, type Request } from '@playwright/test'

import { demoReady, readApi, writeApi, type ApiLead } from './api.ts'

/** A small data set with one lead that was made for the test; the page then shows nothing of it yet. */
export async function makeLead(page: Page, body: Record<string, unknown>): Promise<ApiLead> {
  await startDemo(page)
  return writeApi<ApiLead>(page, 'POST', '/lead/', body)
}

/** Opens a data set of a few leads, for writes that come before the test. */
export async function startDemo(page: Page): Promise<void> {
  await page.goto('/settings?demo-leads=12')
  await demoReady(page)
  await expect(async () => expect((await readApi(page, '/me/'))['id']).toBeDefined()).toPass()
}

/** A lead custom field made for the test; answers its wire key. */
export async function makeField(page: Page, definition: Record<string, unknown>): Promise<string> {
  const { id } = await writeApi<{ id: string }>(page, 'POST', '/custom_field/lead/', definition)
  return `custom.${id}`
}

/** The pane of a lead, whole. `search` is a query such as "?demo-fail=…". */
export async function openPane(page: Page, leadId: string, search = ''): Promise<Locator> {
  await page.goto(`/leads/${leadId}${search}`)
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')
  return pane
}

/** A switch of the demo server in an address. */
export function failing(rules: string): string {
  return `?demo-fail=${encodeURIComponent(rules)}`
}

/** Changes how the demo server misbehaves, from now on. */
export async function setSwitches(page: Page, switches: { latency?: number; fail?: string }): Promise<void> {
  await page.evaluate((wanted) => window.__leadlightDemo?.setSwitches(wanted), switches)
}

/** The bodies of all writes to an address from now on, in the order they are sent. */
export function writesTo(page: Page, method: string, path: string): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = []
  page.on('request', (request: Request) => {
    if (request.method() !== method || !new URL(request.url()).pathname.startsWith(`/api/v1${path}`)) return
    bodies.push((request.postDataJSON() ?? {}) as Record<string, unknown>)
  })
  return bodies
}
