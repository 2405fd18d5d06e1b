import { expect, test, type Page } from '@playwright/test'

import { demoReady, readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'

/** Two leads that differ in everything a merge has a rule for. */
async function twoLeads(page: Page) {
  await page.goto('/merge?demo-leads=0')
  await demoReady(page)
  const tech = await writeApi<{ id: string }>(page, 'POST', '/custom_field/lead/', {
    name: 'Stack',
    type: 'choices',
    choices: ['rust', 'go', 'php'],
    accepts_multiple_values: true,
  })
  const stack = `custom.${tech.id}`
  const destination = await writeApi<ApiLead>(page, 'POST', '/lead/', {
    name: 'Sitwell Housing',
    url: 'https://sitwell.example',
    [stack]: ['rust'],
    contacts: [{ name: 'Stan Sitwell' }],
  })
  const source = await writeApi<ApiLead>(page, 'POST', '/lead/', {
    name: 'Sitwell Homes',
    description: 'Met at the trade fair.',
    url: 'https://sitwell-homes.example',
    [stack]: ['go', 'rust'],
    contacts: [{ name: 'Sally Sitwell' }, { name: 'Lucille Austero' }],
  })
  await writeApi(page, 'POST', '/task/', { lead_id: source.id, text: 'Call Sally' })
  await writeApi(page, 'POST', '/opportunity/', { lead_id: source.id, value: 50000 })
  await writeApi(page, 'POST', '/activity/note/', { lead_id: source.id, note: 'Likes boats.' })
  return { source, destination, stack }
}

test.describe('merging two leads', () => {
  test('a rep chooses both by search, swaps them, sees what will be, merges, and sees that it came out so', async ({
    page,
  }) => {
    const { source, destination, stack } = await twoLeads(page)

    await page.getByRole('combobox', { name: 'Source lead' }).fill('Sitwell Housing')
    await page.getByRole('option', { name: /Sitwell Housing/ }).click()
    await page.getByRole('combobox', { name: 'Destination lead' }).fill('homes')
    await page.getByRole('option', { name: /Sitwell Homes/ }).click()
    await expect(page).toHaveURL(new RegExp(`source=${destination.id}`))
    await page.getByRole('button', { name: 'Swap', exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`destination=${destination.id}`))
    await expect(page).toHaveURL(new RegExp(`source=${source.id}`))

    const merged = page.getByRole('table', { name: 'Merged lead' })
    const row = (name: string) => merged.getByRole('row', { name: new RegExp(`^${name}`) })
    await expect(row('Name')).toContainText('Will be lost')
    await expect(row('Description').getByRole('cell').last()).toHaveText('Met at the trade fair.')
    await expect(row('Stack').getByRole('cell').last()).toHaveText('rustgo')
    await expect(merged.getByRole('row').nth(1)).toContainText('Name') // differences come first
    await expect(page.getByRole('region', { name: 'What moves' })).toContainText(
      /2 contacts, 1 open task, 1 opportunity, \d+ activities/,
    )

    await page.getByRole('button', { name: 'Merge leads' }).click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('“Sitwell Homes” is deleted')
    await expect(dialog).toContainText('Name (Sitwell Homes)')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()

    await expect(page.getByRole('status').filter({ hasText: 'as predicted' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Checks' })).not.toContainText('Different')

    const after = await readApi<ApiLead>(page, `/lead/${destination.id}/`)
    expect(after['name']).toBe('Sitwell Housing')
    expect(after['description']).toBe('Met at the trade fair.')
    expect(after[stack]).toEqual(['rust', 'go'])
    expect(after.contacts).toHaveLength(3)
    expect((await readApi(page, `/lead/${source.id}/`)).status).toBe(404)
  })

  test("the source's old address leads to the survivor, also after a reload", async ({ page }) => {
    const { source, destination } = await twoLeads(page)
    await writeApi(page, 'POST', '/lead/merge/', { source: source.id, destination: destination.id })
    await page.goto(`/leads/${source.id}`)
    await expect(page).toHaveURL(new RegExp(destination.id))
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toContainText('Sitwell Housing')
  })

  test('a merge that the server refuses says so, changes nothing and can be tried again', async ({
    page,
  }) => {
    const { source, destination } = await twoLeads(page)
    const query = new URLSearchParams({
      source: source.id,
      destination: destination.id,
      'demo-fail': 'POST /lead/merge/ 500@1',
    })
    await page.goto(`/merge?${query}`)
    const merge = async () => {
      await page.getByRole('button', { name: 'Merge leads' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Merge', exact: true }).click()
    }
    await merge()
    await expect(page.getByRole('alert')).toContainText('not merged')
    expect((await readApi(page, `/lead/${source.id}/`)).status).toBe(200)
    await merge()
    await expect(page.getByRole('status').filter({ hasText: 'as predicted' })).toBeVisible()
  })

  test('a lead is not merged into itself, and a lead that is gone is named', async ({ page }) => {
    const { destination } = await twoLeads(page)
    await page.goto(`/merge?source=${destination.id}&destination=${destination.id}`)
    await expect(page.getByRole('alert')).toContainText('into itself')
    await expect(page.getByRole('button', { name: 'Merge leads' })).toHaveCount(0)
    await page.goto(`/merge?source=lead_nobody&destination=${destination.id}`)
    await expect(page.getByRole('region', { name: 'Source' })).toContainText('no longer exists')
  })

  test('leads that look the same are offered', async ({ page }) => {
    const { source } = await twoLeads(page)
    await writeApi(page, 'POST', '/lead/', { name: 'Sitwell homes' })
    await page.goto(`/merge?source=${source.id}`)
    await page.getByRole('region', { name: 'Leads that look the same' }).getByRole('button').first().click()
    await expect(page).toHaveURL(/destination=lead_/)
  })

  test('works with the keyboard alone', async ({ page }) => {
    await twoLeads(page)
    await page.getByRole('combobox', { name: 'Source lead' }).focus()
    await page.keyboard.type('Sitwell Homes')
    await expect(page.getByRole('option', { name: /Sitwell Homes/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/source=lead_/)
    await page.getByRole('combobox', { name: 'Destination lead' }).focus()
    await page.keyboard.type('Sitwell Housing')
    await expect(page.getByRole('option', { name: /Sitwell Housing/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Merge leads' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'as predicted' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /is now part of/ })).toBeFocused()
  })

  test('is accessible at each step', async ({ page }) => {
    const { source, destination } = await twoLeads(page)
    await expectAccessible(page)
    await page.goto(`/merge?source=${source.id}&destination=${destination.id}`)
    await expect(page.getByRole('table', { name: 'Merged lead' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Merge leads' }).click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectAccessible(page)
  })
})
