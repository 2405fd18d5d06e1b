import { expect, test, type Page } from '@playwright/test'

/** The status of a request that the page itself sends. */
function statusOf(page: Page, method: string, path: string, body?: object): Promise<number> {
  return page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/v1${path}`, { method, headers, ...(body && { body }) })
      return answer.status
    },
    [method, path, JSON.stringify(body)] as const,
  )
}

const copyOfAStatus = (page: Page) => statusOf(page, 'POST', '/status/lead/', { label: 'Potential' })

test.describe('named switches of the demo server', () => {
  test('come with the address, last for the tab and leave the address clean', async ({ page }) => {
    await page.goto('/leads?demo-leads=3&demo-switch=refuseDuplicateLabels=false&demo-now=2026-01-31')
    await expect(page.getByRole('status').filter({ hasText: '3 leads' })).toBeVisible()
    expect(new URL(page.url()).search).not.toContain('demo-')
    expect(await copyOfAStatus(page)).toBe(200)
    await page.reload()
    await expect(page.getByRole('status').filter({ hasText: '3 leads' })).toBeVisible()
    expect(await copyOfAStatus(page)).toBe(200)
    const created = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/api/v1/lead/', { method: 'POST', headers, body: '{}' })
      return ((await answer.json()) as { date_created: string }).date_created
    })
    expect(created).toBe('2026-01-31T00:00:00.000000+00:00')
  })

  test('that do not exist are named on the screen, with those that do', async ({ page }) => {
    await page.goto('/leads?demo-switch=slowmerge=3000')
    await expect(
      page.getByText('There is no switch "slowmerge". There are requireAuth, slowMerge'),
    ).toBeVisible()
  })

  test('are set in Settings, which lists them', async ({ page }) => {
    await page.goto('/settings?demo-leads=3')
    const section = page.getByRole('region', { name: 'Demo data' })
    const box = section.getByRole('textbox', { name: 'Switches of the server' })
    await box.fill('refuseDuplicateLabels=no')
    await section.getByRole('button', { name: 'Apply' }).click()
    await expect(box).toHaveAccessibleDescription(/"refuseDuplicateLabels" takes true or false, not "no"/)
    expect(await copyOfAStatus(page)).toBe(400)
    await section.getByText('All switches').click()
    await expect(section.getByText('refuseDuplicateLabels=true|false')).toBeVisible()
    await box.fill('refuseDuplicateLabels=false')
    await section.getByRole('button', { name: 'Apply' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Applies from the next request on' }),
    ).toBeVisible()
    expect(await copyOfAStatus(page)).toBe(200)
  })
})
