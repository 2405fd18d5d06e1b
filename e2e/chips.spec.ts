import { expect, test, type Locator, type Page } from '@playwright/test'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeField, openPane, setSwitches, startDemo, writesTo } from './lead-pane-setup.ts'

const CHOICES = ['rust', 'go', 'php', 'elm', 'c, or c++']

/** A lead with a field of several values, its pane, and ways to look at them. */
async function chipsOf(page: Page, values: string[]) {
  await startDemo(page)
  const key = await makeField(page, {
    name: 'Stack',
    type: 'choices',
    choices: CHOICES,
    accepts_multiple_values: true,
  })
  const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', { name: 'Sitwell Housing', [key]: values })
  const pane = await openPane(page, lead.id)
  const group = pane.getByRole('group', { name: 'Stack', exact: true })
  return {
    key,
    lead,
    group,
    box: group.getByRole('combobox', { name: 'Add Stack' }),
    puts: writesTo(page, 'PUT', '/lead/'),
    stored: async () => [(await readApi(page, `/lead/${lead.id}/`))[key] ?? []].flat(),
  }
}

const chips = (group: Locator) => group.getByRole('list', { name: 'Stack' }).getByRole('listitem')

async function paste(page: Page, box: Locator, text: string) {
  await box.focus()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

test.describe('a field of several values', () => {
  test('each value is added and removed by itself, and only that is sent', async ({ page }) => {
    const { group, box, puts, key, stored } = await chipsOf(page, ['rust'])
    await box.fill('go')
    await box.press('Enter')
    await box.fill('el')
    await box.press('Enter')
    await expect(chips(group)).toHaveText(['rust', 'go', 'elm'])
    await group.getByRole('button', { name: 'Remove rust' }).click()
    await expect(chips(group)).toHaveText(['go', 'elm'])
    await expect.poll(stored).toEqual(['go', 'elm'])
    expect(puts).toEqual([{ [`${key}.add`]: 'go' }, { [`${key}.add`]: 'elm' }, { [`${key}.remove`]: 'rust' }])
    await page.reload()
    await expect(chips(group)).toHaveText(['go', 'elm'])
  })

  test('two tabs add different values at once and both stay', async ({ page, context }) => {
    const { lead, group, box, stored } = await chipsOf(page, ['rust'])
    const other = await context.newPage()
    const pane = await openPane(other, lead.id, '?demo-leads=12')
    const otherGroup = pane.getByRole('group', { name: 'Stack', exact: true })
    await expect(chips(otherGroup)).toHaveText(['rust'])
    await setSwitches(page, { latency: 700 })
    await setSwitches(other, { latency: 700 })

    await box.fill('go')
    await box.press('Enter')
    await otherGroup.getByRole('combobox', { name: 'Add Stack' }).fill('php')
    await otherGroup.getByRole('combobox', { name: 'Add Stack' }).press('Enter')

    await expect.poll(async () => new Set(await stored())).toEqual(new Set(['go', 'php', 'rust']))
    await expect(chips(group)).toHaveCount(3)
    await expect(chips(otherGroup)).toHaveCount(3)
  })

  test('works by keyboard alone', async ({ page }) => {
    const { group, box, stored } = await chipsOf(page, ['rust', 'go', 'php'])
    await box.focus()
    await page.keyboard.press('Backspace')
    await expect(group.getByRole('button', { name: 'Remove php' })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect(group.getByRole('button', { name: 'Remove rust' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    await expect(chips(group)).toHaveText(['rust', 'php'])
    await expect(group.getByRole('button', { name: 'Remove rust' })).toBeFocused()
    await page.keyboard.press('End')
    // Letters go to the box; "j" alone would be the next lead.
    await page.keyboard.press('j')
    await expect(box).toHaveValue('j')
    await expect(box).toBeFocused()
    await box.fill('')
    await page.keyboard.type('elm')
    await page.keyboard.press('Enter')
    await expect.poll(stored).toEqual(['rust', 'php', 'elm'])
    await expect(box).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toBeVisible()
  })

  test('a pasted list adds every value it names and tells what it does not know', async ({ page }) => {
    const { key, group, box, puts, stored } = await chipsOf(page, ['rust'])
    await paste(page, box, 'Go; PHP\nc, or c++\nrust\ncobol')
    await expect(chips(group)).toHaveText(['rust', 'go', 'php', 'c, or c++'])
    await expect(group.getByRole('status')).toContainText('cobol')
    await expect.poll(stored).toEqual(['rust', 'go', 'php', 'c, or c++'])
    expect(puts.flatMap((body) => Object.keys(body))).toEqual([`${key}.add`, `${key}.add`, `${key}.add`])
  })

  test('a refused value stays in sight with the reason, the others are kept', async ({ page }) => {
    const { group, box, stored } = await chipsOf(page, ['rust'])
    await setSwitches(page, { fail: 'PUT /lead/* 500@1' })
    await paste(page, box, 'go, php')
    await expect(group.getByRole('alert')).toContainText('“go” was not added.')
    await expect(page.getByRole('alert')).toHaveCount(1)
    await expect.poll(stored).toEqual(['rust', 'php'])
    await expect(chips(group)).toHaveText(['rust', 'php', 'go'])
    await group.getByRole('button', { name: 'Retry' }).click()
    await expect(group.getByRole('alert')).toBeHidden()
    await expect.poll(stored).toEqual(['rust', 'php', 'go'])
  })

  test('a refused removal puts the value back and says so', async ({ page }) => {
    const { group, stored } = await chipsOf(page, ['rust', 'go'])
    await setSwitches(page, { fail: 'PUT /lead/* 500@1' })
    await group.getByRole('button', { name: 'Remove go' }).click()
    await expect(group.getByRole('alert')).toContainText('“go” was not removed.')
    await expect(chips(group)).toHaveText(['rust', 'go'])
    await group.getByRole('button', { name: 'Discard' }).click()
    await expect(group.getByRole('alert')).toBeHidden()
    expect(await stored()).toEqual(['rust', 'go'])
  })

  test('names contacts and users by their names', async ({ page }) => {
    await startDemo(page)
    const champions = await makeField(page, {
      name: 'Allies',
      type: 'contact',
      accepts_multiple_values: true,
    })
    const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', {
      name: 'Sitwell Housing',
      contacts: [{ name: 'Stan Sitwell' }, { name: 'Sally Sitwell' }],
    })
    const pane = await openPane(page, lead.id)
    const group = pane.getByRole('group', { name: 'Allies' })
    await group.getByRole('combobox', { name: 'Add Allies' }).fill('sally')
    await page.keyboard.press('Enter')
    await expect(group.getByRole('button', { name: 'Remove Sally Sitwell' })).toBeVisible()
    await expect
      .poll(async () => (await readApi(page, `/lead/${lead.id}/`))[champions])
      .toEqual([lead.contacts[1]?.id])
  })

  test('is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the whole page twice
    const { box } = await chipsOf(page, ['rust', 'go'])
    await box.click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectAccessible(page)
  })
})
