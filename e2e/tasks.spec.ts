import { expect, test, type Locator, type Page } from '@playwright/test'

import { readApi, writeApi } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { failing, makeLead, openPane, setSwitches, writesTo } from './lead-pane-setup.ts'

type ApiTask = { id: string; text: string; date: string; is_complete: boolean; is_dateless: boolean }

/** A day so many days from now, where the browser is. */
function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })
}

async function leadWithTasks(page: Page, ...tasks: Record<string, unknown>[]) {
  const lead = await makeLead(page, { name: 'Sitwell Housing' })
  for (const task of tasks) await writeApi(page, 'POST', '/task/', { lead_id: lead.id, ...task })
  return lead
}

async function storedTasks(page: Page, leadId: string): Promise<ApiTask[]> {
  const { data } = await readApi<{ data: ApiTask[] }>(page, `/task/?lead_id=${leadId}&_type=all`)
  return data
}

function tasksOf(pane: Locator): Locator {
  return pane.getByRole('region', { name: 'Tasks' })
}

/** The row of the task with this text. */
function taskRow(pane: Locator, text: string): Locator {
  const box = pane.page().getByRole('checkbox', { name: `Complete ${text}` })
  return tasksOf(pane).getByRole('listitem').filter({ has: box })
}

test.describe('the tasks of a lead', () => {
  test('stand by when they are due, the late ones first', async ({ page }) => {
    const lead = await leadWithTasks(
      page,
      { text: 'Someday' },
      { text: 'Plan the visit', date: day(9) },
      { text: 'Send the price list', date: day(0) },
      { text: 'Call Stan', date: day(-3) },
      { text: 'Ring back', date: day(1), _type: 'outgoing_call' },
    )
    const pane = await openPane(page, lead.id)
    await expect(tasksOf(pane).getByRole('heading', { level: 4 })).toHaveText([
      'Overdue',
      'Today',
      'Later',
      'No date',
    ])
    await expect(tasksOf(pane).getByRole('checkbox')).toHaveCount(5)
    await expect(taskRow(pane, 'Send the price list').getByRole('combobox', { name: 'Due date' })).toHaveText(
      'Today',
    )
    // What Close would not let anybody rewrite is only shown.
    const call = taskRow(pane, 'Ring back')
    await expect(call).toContainText('Call to make')
    await expect(call.getByRole('textbox')).toHaveCount(0)
    await expectAccessible(page, PANE)
  })

  test('are added by keyboard alone, for today and for the person at the keys', async ({ page }) => {
    const lead = await leadWithTasks(page)
    const pane = await openPane(page, lead.id)
    const posts = writesTo(page, 'POST', '/task/')
    await pane.getByRole('tab', { name: 'Activity' }).click()
    await page.keyboard.press('t')
    const form = pane.getByRole('form', { name: 'New task' })
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toBeFocused()
    await page.keyboard.type('Call Stan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight') // from "No date" around to the first
    await expect(form.getByRole('radio', { name: 'Today' })).toBeChecked()
    await expect(form.getByRole('combobox', { name: 'Assignee' })).toHaveValue('Robin Hale')
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    await expect(pane.getByRole('button', { name: 'Add task' })).toBeFocused()
    await expect(taskRow(pane, 'Call Stan')).toBeVisible()
    await expect
      .poll(() => posts)
      .toEqual([
        { lead_id: lead.id, text: 'Call Stan', date: day(0), assigned_to: expect.stringMatching(/^user_/) },
      ])
    await expect(taskRow(pane, 'Call Stan').getByRole('combobox', { name: 'Assignee' })).toHaveValue(
      'Robin Hale',
    )
  })

  test('keep what was typed for each lead until it is saved or thrown away', async ({ page }) => {
    const lead = await leadWithTasks(page)
    const pane = await openPane(page, lead.id)
    const form = pane.getByRole('form', { name: 'New task' })
    await pane.getByRole('button', { name: 'Add task' }).click()
    await page.keyboard.type('Half a thou')
    await page.keyboard.press('Escape')
    await expect(pane.getByRole('button', { name: 'Add task' })).toBeFocused()
    await expect(pane.getByText('Unsaved task')).toBeVisible()
    await pane.getByRole('button', { name: 'Next lead' }).click()
    await expect(pane.getByRole('heading', { level: 2 })).not.toHaveText('Sitwell Housing')
    await expect(form).toBeHidden()
    await page.goBack()
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Half a thou')
    await page.reload()
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Half a thou')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(pane.getByText('Unsaved task')).toBeHidden()
    await page.reload()
    await expect(pane.getByRole('button', { name: 'Add task' })).toBeVisible()
    await expect(form).toBeHidden()
  })

  test('are changed where they stand, one field at a time', async ({ page }) => {
    const lead = await leadWithTasks(page, { text: 'Call Stan', date: day(-3) })
    const pane = await openPane(page, lead.id)
    const puts = writesTo(page, 'PUT', '/task/')
    const text = tasksOf(pane).getByRole('textbox', { name: 'Task' })
    await text.fill('Call Sally')
    await text.press('Escape')
    await expect(text).toHaveValue('Call Stan')
    await text.fill('Call Sally')
    await text.press('Enter')
    const row = taskRow(pane, 'Call Sally')

    // By keyboard; the row goes to another group and keeps the focus.
    const due = row.getByRole('combobox', { name: 'Due date' })
    await due.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('tom')
    await page.keyboard.press('Enter')
    await expect(due).toHaveText('Tomorrow')
    await expect(due).toBeFocused()
    await expect(tasksOf(pane).getByRole('heading', { level: 4 })).toHaveText(['Later'])

    await due.click()
    await page.getByRole('option', { name: 'Pick a date…' }).click()
    const date = row.getByLabel('Due date', { exact: true })
    await expect(date).toBeFocused()
    await date.fill('2030-01-31')
    await date.press('Enter')
    await expect(due).toHaveText('Thu, Jan 31, 2030')
    await expect(due).toBeFocused()

    const assignee = row.getByRole('combobox', { name: 'Assignee' })
    await assignee.click()
    await page.getByRole('option').filter({ hasNotText: 'Robin Hale' }).first().click()
    await expect
      .poll(() => puts)
      .toEqual([
        { text: 'Call Sally' },
        { date: day(1) },
        { date: '2030-01-31' },
        { assigned_to: expect.stringMatching(/^user_/) },
      ])
    await page.reload()
    await expect(text).toHaveValue('Call Sally')
    await expect(due).toHaveText('Thu, Jan 31, 2030')
    await expect(assignee).not.toHaveValue('Robin Hale')
  })

  test('are completed at once, stay in sight, and can be opened again, also from among the done', async ({
    page,
  }) => {
    const lead = await leadWithTasks(page, { text: 'Call Stan' }, { text: 'Send the price list' })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { latency: 400 })
    const box = pane.getByRole('checkbox', { name: 'Complete Call Stan' })
    await box.focus()
    await page.keyboard.press('Space')
    await expect(box).toBeChecked({ timeout: 300 })
    await expect
      .poll(async () => (await storedTasks(page, lead.id)).filter((task) => task.is_complete))
      .toHaveLength(1)
    await setSwitches(page, { latency: 0 })
    // The lead itself carries it no longer.
    await expect
      .poll(async () => (await readApi<{ tasks: ApiTask[] }>(page, `/lead/${lead.id}/`)).tasks.length)
      .toBe(1)
    await expect(box).toBeChecked()
    await expect(box).toBeFocused()

    await page.reload()
    await expect(pane.getByRole('checkbox', { name: 'Complete Send the price list' })).toBeVisible()
    await expect(box).toBeHidden()
    await pane.getByText('Done', { exact: true }).click()
    await expect(box).toBeChecked()
    await box.press('Space')
    await expect(box).toBeFocused()
    await expect(box).not.toBeChecked()
    await expect(taskRow(pane, 'Call Stan').getByRole('textbox', { name: 'Task' })).toHaveValue('Call Stan')
    await expect
      .poll(async () => (await storedTasks(page, lead.id)).filter((task) => task.is_complete))
      .toEqual([])
  })

  test('are deleted with a way back', async ({ page }) => {
    const lead = await leadWithTasks(
      page,
      { text: 'Call Stan', date: '2030-01-31' },
      { text: 'Send the price list' },
    )
    const pane = await openPane(page, lead.id)
    const deletions = writesTo(page, 'DELETE', '/task/')
    await taskRow(pane, 'Call Stan').getByRole('button', { name: 'Delete task Call Stan' }).click()
    await expect(taskRow(pane, 'Call Stan')).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(taskRow(pane, 'Call Stan')).toBeVisible()
    await taskRow(pane, 'Send the price list')
      .getByRole('button', { name: /^Delete task/ })
      .click()
    await expect.poll(() => storedTasks(page, lead.id), { timeout: 10_000 }).toHaveLength(1)
    expect(deletions).toHaveLength(1)
    await expect(taskRow(pane, 'Call Stan')).toBeVisible()
  })

  test('that the server refuses stay on the page with what was typed, to be sent again or put right', async ({
    page,
  }) => {
    const lead = await leadWithTasks(page)
    const pane = await openPane(page, lead.id, failing('POST /task/ 500'))
    await pane.getByRole('button', { name: 'Add task' }).click()
    await page.keyboard.type('Call Stan')
    await page.keyboard.press('Enter')
    const note = tasksOf(pane).getByRole('alert')
    await expect(note).toContainText('Call Stan')
    await expect(note).toContainText('was not saved. Internal server error')
    await expect(taskRow(pane, 'Call Stan')).toBeHidden()
    await expectAccessible(page, PANE)

    await page.reload()
    await note.getByRole('button', { name: 'Edit' }).click()
    const form = pane.getByRole('form', { name: 'New task' })
    await expect(form.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Call Stan')
    await page.keyboard.press('Escape')
    await expect(note).toContainText('Call Stan')
    await note.getByRole('button', { name: 'Edit' }).click()
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Call Stan at noon')
    await page.keyboard.press('Enter')
    await expect(note).toContainText('Call Stan at noon')
    await setSwitches(page, { fail: '' })
    await note.getByRole('button', { name: 'Retry' }).click()
    await expect(note).toBeHidden()
    await expect(taskRow(pane, 'Call Stan at noon')).toBeVisible()
    await expect
      .poll(async () => (await storedTasks(page, lead.id)).map(({ text }) => text))
      .toEqual(['Call Stan at noon'])
  })

  test('tell at the field which change was refused', async ({ page }) => {
    const lead = await leadWithTasks(page, { text: 'Call Stan' })
    const pane = await openPane(page, lead.id, failing('PUT /task/* 500@1, PUT /task/* 500@2'))
    const row = taskRow(pane, 'Call Stan')
    await row.getByRole('checkbox').click()
    await expect(row.getByRole('alert')).toContainText('Done was not saved. Internal server error')
    await expect(row.getByRole('checkbox')).not.toBeChecked()
    await row.getByRole('button', { name: 'Discard' }).click()
    await row.getByRole('combobox', { name: 'Due date' }).click()
    await page.getByRole('option', { name: /^Tomorrow/ }).click()
    await expect(row.getByRole('alert')).toContainText('Due date was not saved. Internal server error')
    await expect(row.getByRole('combobox', { name: 'Due date' })).toHaveText('Tomorrow')
    await row.getByRole('button', { name: 'Retry' }).click()
    await expect(row.getByRole('alert')).toBeHidden()
    await expect.poll(async () => (await storedTasks(page, lead.id))[0]?.date).toBe(day(1))
  })

  test('changed by somebody else meanwhile show due date and text three times, and the person chooses by key', async ({
    page,
  }) => {
    test.slow() // axe reads the pane twice
    const lead = await leadWithTasks(page, { text: 'Call Stan' })
    const id = (await storedTasks(page, lead.id))[0]?.id
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: 'GET /event/ 500' }) // this page does not hear of it
    const note = tasksOf(pane).getByRole('alert')
    const theirs = async (change: Record<string, unknown>) => {
      await page.waitForTimeout(3_500) // what was just read counts as known
      await writeApi(page, 'PUT', `/task/${id}/`, change)
    }
    const due = tasksOf(pane).getByRole('combobox', { name: 'Due date' })
    await theirs({ date: '2030-01-31' })
    await due.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('tom')
    await page.keyboard.press('Enter')
    await expect(note).toContainText('Due date was not saved.')
    // The server dates a task without a date with the day it was made.
    await expect(note).toContainText(/Mine\s*Tomorrow\s*Theirs\s*Thu, Jan 31, 2030\s*Before\s*No date/)
    await expectAccessible(page, PANE)
    await due.focus()
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep mine' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(note).toHaveCount(0)
    await expect(due).toBeFocused()
    await expect.poll(async () => (await storedTasks(page, lead.id))[0]?.date).toBe(day(1))

    const text = tasksOf(pane).getByRole('textbox', { name: 'Task' })
    await theirs({ text: 'Call Sally', date: null })
    await text.fill('Call Stan twice')
    await text.press('Enter')
    await expect(note).toContainText(/Mine\s*Call Stan twice\s*Theirs\s*Call Sally\s*Before\s*Call StanKeep/)
    await text.press('Tab')
    await page.keyboard.press('Tab')
    await expect(note.getByRole('button', { name: 'Keep theirs' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(note).toHaveCount(0)
    await expect(text).toBeFocused()
    await expect(text).toHaveValue('Call Sally')
    await expect(due).toHaveText('No date')
    expect((await storedTasks(page, lead.id))[0]?.text).toBe('Call Sally')
  })

  test('wait without a network and are sent once it is back', async ({ page }) => {
    const lead = await leadWithTasks(page, { text: 'Send the price list' })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: '* * network' })
    await pane.getByRole('button', { name: 'Add task' }).click()
    await page.keyboard.type('Call Stan')
    await page.keyboard.press('Enter')
    await pane.getByRole('checkbox', { name: 'Complete Send the price list' }).click()
    await expect(taskRow(pane, 'Call Stan')).toContainText('Waits to be sent')
    await expect(pane.getByRole('checkbox', { name: 'Complete Send the price list' })).toBeChecked()
    await setSwitches(page, { fail: '' })
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(taskRow(pane, 'Call Stan')).not.toContainText('Waits to be sent')
    await expect
      .poll(async () =>
        (await storedTasks(page, lead.id))
          .map(({ text, is_complete }) => `${text} ${is_complete}`)
          .toSorted(),
      )
      .toEqual(['Call Stan false', 'Send the price list true'])
  })
})
