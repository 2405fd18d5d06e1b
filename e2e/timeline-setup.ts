import type { Locator, Page } from '@playwright/test'

import { writeApi } from './api.ts'
import { openPane } from './lead-pane-setup.ts'

/** Writes an activity on a lead behind the page's back; answers its id. `kind` is such as "note". */
export async function makeActivity(
  page: Page,
  leadId: string,
  kind: string,
  values: Record<string, unknown>,
): Promise<string> {
  const { id } = await writeApi<{ id: string }>(page, 'POST', `/activity/${kind}/`, {
    lead_id: leadId,
    ...values,
  })
  return id
}

/** Many notes, "Note 0001" being the oldest, a minute apart. */
export async function makeNotes(page: Page, leadId: string, count: number): Promise<void> {
  await page.evaluate(
    async ([id, many]) => {
      for (let i = 1; i <= many; i += 1) {
        const at = new Date(Date.UTC(2026, 2, 4, 12) + i * 60_000).toISOString()
        await fetch('/api/v1/activity/note/', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            lead_id: id,
            note: `Note ${String(i).padStart(4, '0')}`,
            activity_at: at,
            date_created: at,
          }),
        })
      }
    },
    [leadId, count] as const,
  )
}

/** The activity of a lead, looked at. */
export async function openActivity(page: Page, leadId: string, search = ''): Promise<Locator> {
  const pane = await openPane(page, leadId, search)
  await pane.getByRole('tab', { name: 'Activity' }).click()
  return pane.getByRole('region', { name: 'Activity', exact: true })
}
