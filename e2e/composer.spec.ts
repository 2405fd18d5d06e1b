import { expect, test, type Page } from '@playwright/test'

import { readApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'
import { makeLead, openPane, setSwitches, writesTo } from './lead-pane-setup.ts'

const stan = { name: 'Stan Sitwell', phones: [{ type: 'mobile', phone: '+19495550143' }] }

async function writing(page: Page) {
  const lead = await makeLead(page, { name: 'Sitwell Housing', contacts: [stan, { name: 'Sally Sitwell' }] })
  const pane = await openPane(page, lead.id)
  const activity = pane.getByRole('region', { name: 'Activity' })
  const stored = async (type: 'Note' | 'Call') =>
    (await readApi<{ data: Record<string, unknown>[] }>(page, `/activity/?lead_id=${lead.id}&_type=${type}`))
      .data
  return { lead, pane, activity, stored }
}

async function openActivity(page: Page) {
  const all = await writing(page)
  await all.pane.getByRole('tab', { name: 'Activity' }).click()
  await expect(all.activity.getByRole('button', { name: 'Write a note' })).toBeVisible()
  return all
}

test.describe('writing a note', () => {
  test('by keys alone: W, the text with a list and a link, Ctrl and Enter', async ({ page }) => {
    const { activity, stored } = await writing(page)
    await page.keyboard.press('w')
    const box = activity.getByRole('textbox', { name: 'Note' })
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('')
    await page.keyboard.type('They want:\n- flour\nyeast\n\nsee https://flour.example and **soon**')
    await expect(box).toHaveValue('They want:\n- flour\n- yeast\nsee https://flour.example and **soon**')
    await expect(activity.getByRole('group', { name: 'Preview' }).getByRole('listitem')).toHaveText([
      'flour',
      'yeast',
    ])
    await page.keyboard.press('Control+Enter')
    await expect(box).toBeHidden()
    await expect(activity.getByRole('article')).toContainText(['They want:', 'Lead created'])
    await expect(activity.getByRole('button', { name: 'Write a note' })).toBeFocused()
    await expect
      .poll(async () => (await stored('Note')).map((note) => note['note_html']))
      .toEqual([
        '<body><p>They want:</p><ul><li>flour</li><li>yeast</li></ul>' +
          '<p>see <a href="https://flour.example">https://flour.example</a> and <strong>soon</strong></p></body>',
      ])
  })

  test('its buttons put marks around the selection, and an address makes it a link', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { activity } = await openActivity(page)
    await activity.getByRole('button', { name: 'Write a note' }).click()
    const box = activity.getByRole('textbox', { name: 'Note' })
    await box.fill('call back')
    await box.selectText()
    await activity.getByRole('button', { name: 'Bold' }).click()
    await expect(box).toHaveValue('**call back**')
    await expect(box).toBeFocused()
    await page.keyboard.press('Control+b')
    await expect(box).toHaveValue('call back')
    await page.evaluate(() => navigator.clipboard.writeText('https://a.example'))
    await page.keyboard.press('Control+v')
    await expect(box).toHaveValue('[call back](https://a.example)')
    await page.keyboard.press('Control+z')
    await expect(box).toHaveValue('call back')
    await activity.getByRole('button', { name: 'List' }).click()
    await expect(box).toHaveValue('- call back')
  })

  test('a half-written one is kept, closed and over a reload, until it is thrown away', async ({ page }) => {
    const { activity, pane } = await openActivity(page)
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('Half writ')
    await page.keyboard.press('Escape')
    await expect(activity.getByRole('textbox', { name: 'Note' })).toBeHidden()
    await expect(pane).toBeVisible()
    await page.reload()
    await pane.getByRole('tab', { name: 'Activity' }).click()
    await activity.getByRole('button', { name: 'Go on with the note' }).click()
    await expect(activity.getByRole('textbox', { name: 'Note' })).toHaveValue('Half writ')
    await activity.getByRole('button', { name: 'Discard' }).click()
    await expect(activity.getByRole('button', { name: 'Write a note' })).toBeFocused()
  })

  test('without a connection it stands in the timeline at once, over a reload too, and is sent once', async ({
    page,
  }) => {
    const { activity, stored, pane } = await openActivity(page)
    await setSwitches(page, { fail: 'POST /activity/note/ network' })
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('Written in a tunnel')
    await page.keyboard.press('Control+Enter')
    await expect(activity.getByRole('article').first()).toContainText('Written in a tunnel')
    await page.waitForTimeout(300) // it is on disk
    await page.reload()
    await pane.getByRole('tab', { name: 'Activity' }).click()
    await expect(activity.getByRole('article').first()).toContainText('Written in a tunnel')
    expect(await stored('Note')).toEqual([])
    await setSwitches(page, { fail: '' })
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(async () => (await stored('Note')).length, { timeout: 15_000 }).toBe(1)
    await expect(activity.getByRole('article').filter({ hasText: 'Written in a tunnel' })).toHaveCount(1)
  })

  test('a refused one is not shown as saved, and is put right', async ({ page }) => {
    const { activity, stored } = await openActivity(page)
    await setSwitches(page, { fail: 'POST /activity/note/ 400@1' })
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('**Important**')
    await page.keyboard.press('Control+Enter')
    const refusal = activity.getByRole('alert')
    await expect(refusal).toContainText('Your note was not saved')
    await expect(refusal).toContainText('Important')
    await expect(activity.getByRole('article')).toHaveCount(1)
    await refusal.getByRole('button', { name: 'Edit' }).click()
    await expect(activity.getByRole('textbox', { name: 'Note' })).toHaveValue('**Important**')
    await activity.getByRole('textbox', { name: 'Note' }).fill('Less important')
    await page.keyboard.press('Control+Enter')
    await expect(activity.getByRole('article').first()).toContainText('Less important')
    await expect(refusal).toBeHidden()
    await expect.poll(async () => (await stored('Note')).map(({ note }) => note)).toEqual(['Less important'])
  })

  test('one’s own is changed and deleted where it stands, with Undo', async ({ page }) => {
    const { activity, stored } = await openActivity(page)
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('- flour')
    await page.keyboard.press('Control+Enter')
    const note = activity.getByRole('article').first()
    await expect.poll(async () => (await stored('Note')).length).toBe(1)
    await note.getByRole('button', { name: 'Note' }).click()
    await note.getByRole('button', { name: 'Edit note' }).click()
    await expect(note.getByRole('textbox', { name: 'Note' })).toHaveValue('- flour')
    await note.getByRole('textbox', { name: 'Note' }).fill('- flour\n- yeast')
    await page.keyboard.press('Control+Enter')
    await expect(note.getByRole('listitem')).toHaveText(['flour', 'yeast'])
    await expect(note.getByRole('button', { name: 'Edit note' })).toBeFocused()
    await expect.poll(async () => (await stored('Note'))[0]?.['note']).toBe('flour\nyeast')

    const deletions = writesTo(page, 'DELETE', '/activity/note/')
    await note.getByRole('button', { name: 'Delete note' }).click()
    await expect(activity.getByRole('article').filter({ hasText: 'yeast' })).toHaveCount(0)
    await page
      .getByRole('status')
      .filter({ hasText: 'Deleted the note' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await expect(activity.getByRole('article').filter({ hasText: 'yeast' })).toHaveCount(1)
    expect(deletions).toEqual([])
  })
})

test.describe('logging a call', () => {
  test('C opens the form; with whom, how it ended, how long and what was said', async ({ page }) => {
    const { activity, stored } = await writing(page)
    const { contacts } = await readApi<ApiLead>(
      page,
      new URL(page.url()).pathname.replace('/leads/', '/lead/') + '/',
    )
    await page.keyboard.press('c')
    const form = activity.getByRole('form', { name: 'New call' })
    await expect(form.getByRole('combobox', { name: 'With' })).toBeFocused()
    await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Stan Sitwell' })
    await form.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Left voicemail' })
    await form.getByRole('textbox', { name: 'Minutes' }).fill('soon')
    await form.getByRole('button', { name: 'Log call' }).click()
    await expect(form.getByRole('textbox', { name: 'Minutes' })).toHaveAccessibleDescription(/2:30/)
    await form.getByRole('textbox', { name: 'Minutes' }).fill('2:30')
    await form.getByRole('textbox', { name: 'Call note' }).fill('Wants samples')
    await page.keyboard.press('Control+Enter')
    await expect(activity.getByRole('article').first()).toContainText('Called Stan Sitwell')
    await expect(activity.getByRole('article').first()).toContainText('Wants samples')
    await expect
      .poll(() => stored('Call'))
      .toMatchObject([
        {
          direction: 'outbound',
          disposition: 'vm-left',
          duration: 150,
          contact_id: contacts[0]?.id,
          phone: '+19495550143',
          note: 'Wants samples',
        },
      ])
  })

  test('everything is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the whole page four times
    const { activity } = await openActivity(page)
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('# Plan\n- **flour** `x`\nhttps://a.example')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await activity.getByRole('button', { name: 'Log a call' }).click()
    await activity.getByRole('textbox', { name: 'Minutes' }).fill('soon')
    await activity.getByRole('button', { name: 'Log call' }).click()
    await expectAccessible(page)
  })
})
