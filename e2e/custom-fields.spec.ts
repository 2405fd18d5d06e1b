import { expect, test } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { makeField, openPane, startDemo, writesTo } from './lead-pane-setup.ts'

test.describe('a custom field by its definition', () => {
  test('one that is reserved for another role shows its value and the reason, and nothing to change it with', async ({
    page,
  }) => {
    await startDemo(page)
    const limit = await makeField(page, { name: 'Credit limit', type: 'number' })
    const terms = await makeField(page, {
      name: 'Terms',
      type: 'choices',
      choices: ['Prepaid', 'Net 30'],
      accepts_multiple_values: true,
    })
    const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', {
      name: 'Sitwell Housing',
      [limit]: 12_500,
      [terms]: ['Net 30'],
    })
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/role/', { name: 'Finance' })
    for (const key of [limit, terms]) {
      const path = `/custom_field/lead/${key.slice('custom.'.length)}/`
      await writeApi(page, 'PUT', path, { editable_with_roles: [id] })
    }
    const pane = await openPane(page, lead.id)
    for (const [name, value] of [
      ['Credit limit', '12,500'],
      ['Terms', 'Net 30'],
    ] as const) {
      const group = pane.getByRole('group', { name })
      await expect(group).toContainText('Only Finance may change this.')
      await expect(group).toContainText(value)
      await expect(group.getByRole('textbox')).toHaveCount(0)
      await expect(group.getByRole('combobox')).toHaveCount(0)
      await expect(group.getByRole('button')).toHaveCount(0)
    }
  })

  test('contacts and users are chosen by name; help stands at the label; hidden ones do not show', async ({
    page,
  }) => {
    await startDemo(page)
    const buyer = await makeField(page, { name: 'Buyer', type: 'contact', description: 'Who signs' })
    const manager = await makeField(page, { name: 'Manager', type: 'user' })
    const hidden = await makeField(page, { name: 'Secret key', type: 'hidden' })
    const me = await readApi<{ id: string; first_name: string; last_name: string }>(page, '/me/')
    const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', {
      name: 'Sitwell Housing',
      contacts: [{ name: 'Stan Sitwell' }, { name: 'Sally Sitwell' }],
      [hidden]: 'k-1',
    })
    const pane = await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', `/lead/${lead.id}/`)
    const group = pane.getByRole('group', { name: 'Buyer' })
    await expect(group).toHaveAccessibleDescription(/^Who signs\b/)
    await group.getByRole('combobox').fill('sal')
    await page.keyboard.press('Enter')
    await expect(group.getByRole('combobox')).toHaveValue('Sally Sitwell')
    const user = pane.getByRole('group', { name: 'Manager' }).getByRole('combobox')
    await user.fill(me.first_name)
    await page.keyboard.press('Enter')
    await expect(user).toHaveValue(`${me.first_name} ${me.last_name}`)
    await expect.poll(() => puts).toEqual([{ [buyer]: lead.contacts[1]?.id }, { [manager]: me.id }])
    await expect(pane.getByText('Secret key')).toHaveCount(0)
  })
})
