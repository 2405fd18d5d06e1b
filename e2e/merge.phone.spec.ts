import { expect, test } from '@playwright/test'

import { demoReady, readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'

test('two leads are merged on a phone', async ({ page }) => {
  await page.goto('/merge?demo-leads=0')
  await demoReady(page)
  const source = await writeApi<ApiLead>(page, 'POST', '/lead/', {
    name: 'Sitwell Homes',
    description: 'Old',
  })
  const destination = await writeApi<ApiLead>(page, 'POST', '/lead/', { name: 'Sitwell Housing' })
  await page.goto(`/merge?source=${source.id}&destination=${destination.id}`)
  await expect(page.getByRole('table', { name: 'Merged lead' })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Swap', exact: true }).tap()
  await expect(page).toHaveURL(new RegExp(`source=${destination.id}`))
  await page.getByRole('button', { name: 'Swap', exact: true }).tap()
  await expect(page).toHaveURL(new RegExp(`source=${source.id}`))
  await page.getByRole('button', { name: 'Merge leads' }).tap()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Merge', exact: true }).tap()
  await expect(page.getByRole('status').filter({ hasText: 'as predicted' })).toBeVisible()
  expect((await readApi(page, `/lead/${destination.id}/`))['description']).toBe('Old')
})
