import { expect, test } from '@playwright/test'

import { makeLead, openPane } from './lead-pane-setup.ts'

test.describe('the people of a lead, on a phone', () => {
  test('are called with one tap and added by hand', async ({ page }) => {
    const lead = await makeLead(page, {
      name: 'Sitwell Housing',
      contacts: [{ name: 'Stan Sitwell', phones: [{ type: 'mobile', phone: '+1 949-555-0143' }] }],
    })
    const pane = await openPane(page, lead.id)
    await expect(pane.getByRole('link', { name: '+1 949 555 0143' })).toHaveAttribute(
      'href',
      'tel:+19495550143',
    )
    await expect(pane.getByRole('button', { name: 'Edit Stan Sitwell' })).toBeInViewport()
    await pane.getByRole('button', { name: 'Add contact' }).tap()
    const form = pane.getByRole('form', { name: 'New contact' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Sally Sitwell')
    await form.getByRole('textbox', { name: 'Phone', exact: true }).fill('+1 949 555 0144')
    await form.getByRole('button', { name: 'Add contact' }).tap()
    await expect(pane.getByRole('heading', { name: 'Sally Sitwell' })).toBeVisible()
    await expect(pane.getByRole('link', { name: '+1 949 555 0144' })).toBeVisible()
  })
})
