import { expect, test, type Page } from '@playwright/test'

import { demoReady, readApi, writeApi, type ApiLead } from './api.ts'
import { failing, makeField, openPane, setSwitches, startDemo, writesTo } from './lead-pane-setup.ts'
import {
  addChip,
  addContact,
  addNote,
  addTask,
  makeEdits,
  rename,
  setDescription,
  setUrl,
  storedEdits,
  thirtyEdits,
} from './many-edits.ts'

const LABEL = 'Values'
const CHOICES = Array.from({ length: 12 }, (_, i) => `Value ${i + 1}`)

/** A lead with a field of several values, and ways to look at what the server has. */
async function prepare(page: Page) {
  await startDemo(page)
  const field = await makeField(page, {
    name: LABEL,
    type: 'choices',
    choices: CHOICES,
    accepts_multiple_values: true,
  })
  const lead = await writeApi<ApiLead>(page, 'POST', '/lead/', { name: 'Busy Lead' })
  const stored = (on = page) => storedEdits((path) => readApi(on, path), lead.id, field)
  return { lead, field, stored }
}

const queue = (page: Page) => page.getByRole('navigation').getByRole('status')

test('thirty edits without a network, in a page that is closed: the next one shows them, and each arrives once', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const { lead, stored } = await prepare(page)
  const wanted = thirtyEdits('demo')
  const pane = await openPane(page, lead.id)
  await setSwitches(page, { fail: '* * network' })
  await makeEdits(pane, LABEL, wanted)
  await expect(queue(page)).toHaveText('30 changes waiting')
  await page.close()

  // Still no network: what was read before is there, and what was done on top of it.
  const next = await context.newPage()
  const again = await openPane(next, lead.id, `${failing('* * network')}&demo-leads=12`)
  await expect(queue(next)).toHaveText('30 changes waiting', { timeout: 15_000 })
  await expect(again.getByRole('heading', { level: 2 })).toHaveText(wanted.fields.name)
  await expect(again.getByRole('textbox', { name: 'URL' })).toHaveValue(wanted.fields.url)
  for (const text of wanted.tasks) {
    await expect(again.getByRole('checkbox', { name: `Complete ${text}` })).toBeVisible()
  }

  await setSwitches(next, { fail: '' })
  await queue(next).getByRole('button').click()
  const panel = next.getByRole('dialog', { name: 'Changes that are not saved yet' })
  await panel.getByRole('button', { name: 'Retry all' }).click()
  await expect(panel).toContainText('All changes are saved.', { timeout: 30_000 })
  expect(await stored(next)).toEqual(wanted)
})

test.describe('five quick edits of one lead', () => {
  /** What is wanted, in the order in which it is done; the third is refused. */
  const wanted = {
    url: 'https://first.example',
    description: 'The second one',
    name: 'The Third',
    chips: ['Value 4', 'Value 5'],
  }

  async function makeFive(page: Page, pause: (count: number) => Promise<void>) {
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await setUrl(pane, wanted.url)
    await pause(1)
    await setDescription(pane, wanted.description)
    await pause(2)
    await rename(pane, wanted.name)
    await pause(3)
    for (const [i, value] of wanted.chips.entries()) {
      await addChip(pane, LABEL, value)
      await pause(4 + i)
    }
    return pane
  }

  test('each by itself: a 500 on the third undoes only that one, and Retry sends it', async ({ page }) => {
    const { lead, field } = await prepare(page)
    await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', `/lead/${lead.id}`)
    await setSwitches(page, { fail: 'PUT /lead/* 500@3' })
    // Edits that wait for one another share a request; here each has one of its own.
    const pane = await makeFive(page, (count) => expect.poll(() => puts.length).toBe(count))
    expect(puts).toEqual([
      { url: wanted.url },
      { description: wanted.description },
      { name: wanted.name },
      ...wanted.chips.map((value) => ({ [`${field}.add`]: value })),
    ])
    const refusal = pane.getByRole('alert').filter({ hasText: 'Internal server error' })
    await expect(refusal).toHaveCount(1)
    await expect(refusal).toContainText(/Name|name/)
    await expect(queue(page)).toHaveText('1 needs you')
    const others = { url: wanted.url, description: wanted.description, [field]: wanted.chips }
    await expect
      .poll(() => readApi(page, `/lead/${lead.id}/`))
      .toMatchObject({ ...others, name: 'Busy Lead' })
    await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue(wanted.url)
    for (const value of wanted.chips) {
      await expect(pane.getByRole('button', { name: `Remove ${value}` })).toBeVisible()
    }

    await pane.getByRole('button', { name: /^Retry/ }).click()
    await expect(refusal).toHaveCount(0)
    await expect
      .poll(() => readApi(page, `/lead/${lead.id}/`))
      .toMatchObject({ ...others, name: wanted.name })
  })

  test('four of them in one request that is refused: each is tried by itself, and one is left', async ({
    page,
  }) => {
    const { lead, field } = await prepare(page)
    await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', `/lead/${lead.id}`)
    await setSwitches(page, { latency: 4_000, fail: 'PUT /lead/* 500@2, PUT /lead/* 500@4' })
    const pane = await makeFive(page, async () => {})
    await setSwitches(page, { latency: 0 })
    await expect.poll(() => puts.length).toBe(6)
    await expect(queue(page)).toHaveText('1 needs you')
    expect(puts).toEqual([
      { url: wanted.url },
      { description: wanted.description, name: wanted.name, [`${field}.add`]: 'Value 4' },
      { description: wanted.description },
      { name: wanted.name },
      { [`${field}.add`]: 'Value 4' },
      { [`${field}.add`]: 'Value 5' },
    ])
    await expect(pane.getByRole('alert').filter({ hasText: 'Internal server error' })).toHaveCount(1)
    await expect
      .poll(() => readApi(page, `/lead/${lead.id}/`))
      .toMatchObject({
        url: wanted.url,
        description: wanted.description,
        name: 'Busy Lead',
        [field]: wanted.chips,
      })
  })
})

test('a reload in the middle of saving loses nothing and does nothing twice', async ({ page }) => {
  const { lead, stored } = await prepare(page)
  const pane = await openPane(page, lead.id)
  await setSwitches(page, { latency: 2_000 })
  await setUrl(pane, 'https://reloaded.example')
  await addChip(pane, LABEL, 'Value 1')
  await addChip(pane, LABEL, 'Value 2')
  await addTask(pane, 'Outlive a reload')
  await addContact(pane, 'Phoenix')
  await pane.getByRole('tab', { name: 'Activity' }).click()
  await addNote(pane, 'Still here')
  await page.reload()
  await demoReady(page)
  // Shown before it is saved.
  await expect(pane.getByRole('textbox', { name: 'URL' })).toHaveValue('https://reloaded.example')
  await expect(pane.getByRole('button', { name: 'Remove Value 2' })).toBeVisible()
  await expect(pane.getByRole('checkbox', { name: 'Complete Outlive a reload' })).toBeVisible()
  await expect(pane.getByRole('heading', { name: 'Phoenix' })).toBeVisible()
  await setSwitches(page, { latency: 0 })
  await expect
    .poll(() => stored(), { timeout: 20_000 })
    .toEqual({
      fields: { name: 'Busy Lead', url: 'https://reloaded.example', description: '' },
      chips: ['Value 1', 'Value 2'],
      tasks: ['Outlive a reload'],
      contacts: ['Phoenix'],
      notes: ['Still here'],
    })
  await expect(queue(page)).toHaveText('')
})
