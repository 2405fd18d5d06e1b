import { expect, test } from '@playwright/test'

import { writeApi } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeField, makeLead, openPane } from './lead-pane-setup.ts'

test.describe('the history of a field, by keyboard', () => {
  test('opens by a key in the field, which takes no Tab of its own, and gives the focus back', async ({
    page,
  }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', url: 'https://one.example' })
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://two.example' })
    const pane = await openPane(page, lead.id)
    const url = pane.getByRole('textbox', { name: 'URL' })
    await pane.getByRole('combobox', { name: 'Status' }).focus()
    await page.keyboard.press('Tab')
    await expect(url).toBeFocused()
    await expect(pane.getByRole('button', { name: 'History of URL' })).toHaveCSS('opacity', '1')

    await page.keyboard.press('Alt+h')
    const history = page.getByRole('dialog', { name: 'History of URL' })
    await expect(history.getByRole('listitem').first()).toContainText('https://two.example')
    await expect(history).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(history).toBeHidden()
    await expect(url).toBeFocused()
    await expect(url).toHaveValue('https://two.example')

    await page.keyboard.press('Shift+Tab')
    const status = pane.getByRole('combobox', { name: 'Status' })
    await expect(status).toBeFocused()
    await page.keyboard.press('Alt+h')
    await expect(page.getByRole('dialog', { name: 'History of Status' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(status).toBeFocused()
  })

  test('opens where several values are, and at a value that may not be changed', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    await makeField(page, {
      name: 'Stack',
      type: 'choices',
      choices: ['Go', 'Rust'],
      accepts_multiple_values: true,
    })
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/role/', { name: 'Finance' })
    await makeField(page, { name: 'Credit limit', type: 'number', editable_with_roles: [id] })
    await makeField(page, { name: 'Terms', type: 'text' })
    const pane = await openPane(page, lead.id)
    const add = pane.getByRole('combobox', { name: 'Add Stack' })
    await add.focus()
    await page.keyboard.press('Alt+h')
    await expect(page.getByRole('dialog', { name: 'History of Stack' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(add).toBeFocused()

    await page.keyboard.press('Tab')
    const button = pane.getByRole('button', { name: 'History of Credit limit' })
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'History of Credit limit' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('textbox', { name: 'Terms' })).toBeFocused()
  })

  test('is told of at the field, at its button and in the list of shortcuts', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    await expect(pane.getByRole('group', { name: 'URL' })).toHaveAccessibleDescription('History: Alt+H')
    await expect(pane.getByRole('button', { name: 'History of URL' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Alt+H',
    )
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
      'On a field: who changed it, and when',
    )
  })
})
