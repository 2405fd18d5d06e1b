import { expect, test, type Page } from '@playwright/test'

import { readApi, type ApiLead } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { makeLead, openPane, setSwitches, writesTo } from './lead-pane-setup.ts'
import { makeActivity } from './timeline-setup.ts'

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

  test('says at the note that it is being saved, and without a network that it waits', async ({ page }) => {
    const { activity, stored } = await openActivity(page)
    await setSwitches(page, { latency: 2_500 })
    const write = async (text: string) => {
      await activity.getByRole('button', { name: 'Write a note' }).click()
      await activity.getByRole('textbox', { name: 'Note' }).fill(text)
      await page.keyboard.press('Control+Enter')
      return activity.getByRole('article').filter({ hasText: text })
    }
    const slow = await write('On its way')
    await expect(slow).toContainText('Saving…')
    await setSwitches(page, { latency: 0 })
    await expect(slow).not.toContainText('Saving…')
    await expect.poll(async () => (await stored('Note')).length).toBe(1)

    await setSwitches(page, { fail: '* * network' })
    const waiting = await write('From the cellar')
    await expect(waiting.getByRole('status')).toContainText(
      'Waits to be sent. The server could not be reached.',
    )
    await expect(slow.getByRole('status')).toHaveCount(0)
    // What waits can be changed as if it were there, and shows as it will be.
    await waiting.getByRole('button', { name: 'Note', exact: true }).click()
    await waiting.getByRole('button', { name: 'Edit note' }).click()
    await waiting.getByRole('textbox', { name: 'Note' }).fill('From the cellar, twice')
    await page.keyboard.press('Control+Enter')
    await expect(waiting).toContainText('From the cellar, twice')
    await setSwitches(page, { fail: '' })
    await waiting.getByRole('button', { name: 'Retry now' }).press('Enter')
    await expect(waiting.getByRole('status')).toHaveCount(0)
    await expect(waiting.getByRole('button', { name: /Delete note/ })).toBeFocused()
    await expect
      .poll(async () => (await stored('Note')).map(({ note }) => String(note)).toSorted())
      .toEqual(['From the cellar, twice', 'On its way'])
  })

  test('a refused one says so where it stands, and is sent again or put right', async ({ page }) => {
    test.slow() // axe reads the pane twice
    const { activity, stored } = await openActivity(page)
    await setSwitches(page, { fail: 'POST /activity/note/ 400@1, POST /activity/note/ 500@2' })
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('**Important**')
    await page.keyboard.press('Control+Enter')
    const note = activity.getByRole('article').filter({ hasText: 'mportant' })
    const refusal = note.getByRole('alert')
    await expect(refusal).toContainText('Your note was not saved')
    await expect(activity.getByRole('alert')).toHaveCount(1)
    await expectAccessible(page, PANE)
    // As it is not there, it can be neither changed nor deleted.
    await note.getByRole('button', { name: 'Note', exact: true }).click()
    await expect(note.getByRole('button', { name: 'Delete note' })).toHaveCount(0)

    const box = note.getByRole('textbox', { name: 'Note' })
    await refusal.getByRole('button', { name: 'Edit' }).press('Enter')
    await expect(box).toBeFocused()
    await expect(box).toHaveValue('**Important**')
    await box.fill('Less important')
    await page.keyboard.press('Escape')
    await expect(refusal.getByRole('button', { name: 'Edit' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('Less important')
    await page.keyboard.press('Control+Enter')
    await expect(note).toContainText('Less important')
    await expect(refusal).toContainText('Internal server error')
    await expect(note.getByRole('button', { name: 'Note', exact: true })).toBeFocused()

    await refusal.getByRole('button', { name: 'Retry' }).press('Enter')
    await expect(refusal).toHaveCount(0)
    await expect(note.getByRole('button', { name: 'Note', exact: true })).toBeFocused()
    await expect.poll(async () => (await stored('Note')).map(({ note }) => note)).toEqual(['Less important'])
  })

  test('a refused change and a refused deletion say so at the note', async ({ page }) => {
    const { activity, stored, lead } = await writing(page)
    const saved = async () => (await stored('Note')).map(({ note }) => note)
    await makeActivity(page, lead.id, 'note', { note: 'As it was' })
    await page.reload()
    await page.getByRole('tab', { name: 'Activity' }).click()
    const note = activity.getByRole('article').filter({ hasText: 'As it' })
    const refusal = note.getByRole('alert')
    await note.getByRole('button', { name: 'Note', exact: true }).click()
    await setSwitches(page, { fail: 'PUT /activity/note/* 500@1, DELETE /activity/note/* 403' })
    await note.getByRole('button', { name: 'Edit note' }).click()
    await note.getByRole('textbox', { name: 'Note' }).fill('As it should be')
    await page.keyboard.press('Control+Enter')
    await expect(refusal).toContainText('Your change of a note was not saved.')
    await expect(refusal).toContainText('As it should be')
    expect(await saved()).toEqual(['As it was'])
    await refusal.getByRole('button', { name: 'Retry' }).click()
    await expect(refusal).toHaveCount(0)
    await expect.poll(saved).toEqual(['As it should be'])

    await note.getByRole('button', { name: 'Delete note' }).click()
    await expect(note).toHaveCount(0)
    await expect(refusal).toContainText('The note was not deleted and is back.', { timeout: 15_000 })
    await refusal.getByRole('button', { name: 'Keep it' }).click()
    await expect(refusal).toHaveCount(0)
    await expect(note).toBeVisible()
  })

  test('what was refused stays in sight where the timeline shows something else', async ({ page }) => {
    const { activity, pane, stored } = await openActivity(page)
    await setSwitches(page, { fail: 'POST /activity/note/ 500' })
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('Found again')
    await page.keyboard.press('Control+Enter')
    await expect(activity.getByRole('article').getByRole('alert')).toBeVisible()
    await activity.getByRole('combobox', { name: 'Type' }).click()
    await page.getByRole('option', { name: 'Calls' }).click()
    await expect(activity.getByRole('article')).toHaveCount(0)
    await expect(activity.getByRole('alert')).toContainText('Found again')

    // The list of what is not saved leads there from another part of the lead.
    await pane.getByRole('tab', { name: 'Details' }).click()
    await page.getByRole('navigation').getByRole('status').getByRole('button').click()
    await page
      .getByRole('dialog', { name: 'Changes that are not saved yet' })
      .getByRole('button', { name: 'Edit' })
      .click()
    await expect(activity.getByRole('alert').getByRole('button', { name: 'Edit' })).toBeFocused()
    await setSwitches(page, { fail: '' })
    await page.keyboard.press('Enter')
    await expect(activity.getByRole('textbox', { name: 'Note' })).toHaveValue('Found again')
    await page.keyboard.press('Control+Enter')
    await expect(activity.getByRole('alert')).toHaveCount(0)
    await expect.poll(async () => (await stored('Note')).map(({ note }) => note)).toEqual(['Found again'])
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

  test('a refused one comes back with all that was filled in', async ({ page }) => {
    const { activity, stored } = await openActivity(page)
    await setSwitches(page, { fail: 'POST /activity/call/ 500@1' })
    await activity.getByRole('button', { name: 'Log a call' }).click()
    const form = activity.getByRole('form', { name: 'New call' })
    await form.getByRole('combobox', { name: 'With' }).selectOption({ label: 'Sally Sitwell' })
    await form.getByRole('textbox', { name: 'Minutes' }).fill('2:30')
    await form.getByRole('textbox', { name: 'Call note' }).fill('Wants samples')
    await form.getByRole('button', { name: 'Log call' }).click()
    const call = activity.getByRole('article').filter({ hasText: 'Wants samples' })
    await expect(call.getByRole('alert')).toContainText('Your call was not saved. Internal server error')
    await call.getByRole('button', { name: 'Edit' }).click()
    await expect(form.getByRole('combobox', { name: 'With' })).toContainText('Sally Sitwell')
    await expect(form.getByRole('textbox', { name: 'Minutes' })).toHaveValue('2:30')
    await form.getByRole('textbox', { name: 'Call note' }).fill('Wants samples now')
    await form.getByRole('button', { name: 'Log call' }).click()
    await expect(call.getByRole('alert')).toHaveCount(0)
    await expect.poll(() => stored('Call')).toMatchObject([{ duration: 150, note: 'Wants samples now' }])
  })

  test('everything is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the pane four times
    const { activity } = await openActivity(page)
    await activity.getByRole('button', { name: 'Write a note' }).click()
    await activity.getByRole('textbox', { name: 'Note' }).fill('# Plan\n- **flour** `x`\nhttps://a.example')
    await expectAccessible(page, PANE)
    await page.keyboard.press('Escape')
    await activity.getByRole('button', { name: 'Log a call' }).click()
    await activity.getByRole('textbox', { name: 'Minutes' }).fill('soon')
    await activity.getByRole('button', { name: 'Log call' }).click()
    await expectAccessible(page, PANE)
  })
})
