import { expect, test, type Page } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeLead, openPane, setSwitches } from './lead-pane-setup.ts'

/** A lead with something of every kind below it. */
async function makeFullLead(page: Page): Promise<ApiLead> {
  const lead = await makeLead(page, {
    name: 'Sitwell Housing',
    contacts: [{ name: 'Stan Sitwell' }, { name: 'Sally Sitwell' }],
  })
  await writeApi(page, 'POST', '/task/', { lead_id: lead.id, text: 'Call Stan' })
  for (const value of [1, 2, 3]) await writeApi(page, 'POST', '/opportunity/', { lead_id: lead.id, value })
  for (const note of ['One', 'Two']) {
    await writeApi(page, 'POST', '/activity/note/', { lead_id: lead.id, note })
  }
  return lead
}

const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: 'Delete Sitwell Housing?' })

test.describe('deleting a lead', () => {
  test('names what goes with it, and Cancel changes nothing', async ({ page }) => {
    test.slow() // axe reads the whole page twice
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { latency: 1_200 })
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await expect(dialogOf(page)).toContainText(
      '2 contacts, 1 task, 3 opportunities and its activities (counting',
    )
    await expect(dialogOf(page)).toContainText(/2 contacts, 1 task, 3 opportunities and \d+ activities\./)
    await setSwitches(page, { latency: 0 })
    await expectAccessible(page)
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialogOf(page)).toBeHidden()
    await expect(pane.getByRole('button', { name: 'Delete lead' })).toBeFocused()
    expect((await readApi(page, `/lead/${lead.id}/`)).status).toBe(200)
  })

  test('the lead is gone at once, the undo brings it back and opens it, nothing was sent', async ({
    page,
  }) => {
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'DELETE') sent.push(request.url())
    })
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await dialogOf(page).getByRole('button', { name: 'Delete lead' }).click()
    await expect(pane).toBeHidden()
    const link = page.getByRole('grid', { name: 'Leads' }).getByRole('link', { name: 'Sitwell Housing' })
    await expect(link).toBeHidden()
    const toast = page.getByRole('status').filter({ hasText: 'Deleted Sitwell Housing' })
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(pane.getByRole('heading', { name: 'Sitwell Housing', level: 2 })).toBeVisible()
    await expect(link).toBeVisible()
    await page.waitForTimeout(5_500) // a deletion that was not undone would be sent after 5 s
    expect(sent).toEqual([])
  })

  test('without the undo it is gone for good, after a reload too', async ({ page }) => {
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await dialogOf(page).getByRole('button', { name: 'Delete lead' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Deleted Sitwell Housing' })).toBeVisible()
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`)).status, { timeout: 12_000 })
      .toBe(404)
    await page.reload()
    await expect(page.getByRole('grid', { name: 'Leads' }).getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sitwell Housing' })).toHaveCount(0)
    await page.goto(`/leads/${lead.id}`)
    await expect(page.getByRole('heading', { name: 'This lead no longer exists' })).toBeVisible()
  })

  test('leaving the page within the five seconds still deletes it', async ({ page }) => {
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await dialogOf(page).getByRole('button', { name: 'Delete lead' }).click()
    await expect(pane).toBeHidden()
    await page.reload()
    await expect(page.getByRole('grid', { name: 'Leads' }).getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Sitwell Housing' })).toHaveCount(0)
    await expect.poll(async () => (await readApi(page, `/lead/${lead.id}/`)).status).toBe(404)
  })

  test('when the server refuses, the lead is back and the reason is told', async ({ page }) => {
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: 'DELETE /lead/* 500' })
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await dialogOf(page).getByRole('button', { name: 'Delete lead' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'Sitwell Housing was not deleted' })
    await expect(alert).toContainText('Internal server error', { timeout: 12_000 })
    await expect(page.getByRole('link', { name: 'Sitwell Housing' })).toBeVisible()
    await alert.getByRole('button', { name: 'Show lead' }).click()
    await expect(pane.getByRole('heading', { name: 'Sitwell Housing', level: 2 })).toBeVisible()
  })

  test('says so when the activities cannot be counted', async ({ page }) => {
    const lead = await makeFullLead(page)
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: 'GET /activity/* 403' })
    await pane.getByRole('button', { name: 'Delete lead' }).click()
    await expect(dialogOf(page)).toContainText(
      '3 opportunities and its activities (they could not be counted)',
    )
  })
})
