import { expect, test } from '@playwright/test'

import { readApi, writeApi } from './api.ts'
import { makeLead, openPane } from './lead-pane-setup.ts'

test.describe('what is to be done and to be won, on a phone', () => {
  test('is added, changed and completed by hand, within the width of the screen', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    await writeApi(page, 'POST', '/task/', { lead_id: lead.id, text: `Call ${long}`, date: '2020-01-31' })
    await writeApi(page, 'POST', '/opportunity/', { lead_id: lead.id, value: 123_456_789_00, note: long })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'Add task' }).tap()
    const form = pane.getByRole('form', { name: 'New task' })
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Visit Sally')
    await form.getByRole('radio', { name: 'Tomorrow' }).tap()
    await form.getByRole('button', { name: 'Add task' }).tap()
    const box = pane.getByRole('checkbox', { name: 'Complete Visit Sally' })
    await box.tap()
    await expect(box).toBeChecked()

    const opportunities = pane.getByRole('region', { name: 'Opportunities' })
    await opportunities.getByRole('combobox', { name: 'Stage' }).tap()
    await page.getByRole('option', { name: 'Negotiation' }).tap()
    await expect(opportunities.getByRole('combobox', { name: 'Stage' })).toHaveText('Negotiation')
    await opportunities.getByRole('button', { name: /^Details of/ }).tap()
    await expect(opportunities.getByRole('group', { name: 'Note' }).getByRole('textbox')).toHaveValue(long)
    await expect
      .poll(
        async () =>
          (await readApi<{ data: unknown[] }>(page, `/task/?lead_id=${lead.id}&is_complete=true`)).data,
      )
      .toHaveLength(1)

    const tooWide = await pane.evaluate((element) =>
      [...element.querySelectorAll('section *')]
        .filter((one) => {
          const { right, width } = one.getBoundingClientRect()
          return width > 0 && right > innerWidth + 1 && getComputedStyle(one).position !== 'absolute'
        })
        .map((one) => one.outerHTML.slice(0, 200)),
    )
    expect(tooWide).toEqual([])
  })
})
