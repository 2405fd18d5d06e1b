import { expect, test } from '@playwright/test'

import { demoReady, readApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'

test('a lead is made on a phone, and nothing runs out of the screen', async ({ page }) => {
  await page.goto('/leads/new?demo-leads=0')
  await demoReady(page)
  const form = page.getByRole('form', { name: 'New lead' })
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme')
  await form.getByRole('button', { name: 'Add contact' }).tap()
  await form.getByRole('textbox', { name: 'Contact name' }).fill('Asha Verma')
  await form.getByRole('button', { name: 'Add address' }).tap()
  await form.getByRole('textbox', { name: 'City' }).fill('Leeds')
  const width = await page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('main *')]
    return Math.max(
      ...boxes.filter((box) => box.clientWidth > 0).map((box) => box.getBoundingClientRect().right),
    )
  })
  expect(width).toBeLessThanOrEqual(390)
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Create lead' }).tap()
  await expect(page).toHaveURL(/\/leads\/lead_/)
  const { data } = await readApi<{ data: ApiLead[] }>(page, '/lead/')
  expect(data).toMatchObject([
    { name: 'Acme', contacts: [{ name: 'Asha Verma' }], addresses: [{ city: 'Leeds' }] },
  ])
})
