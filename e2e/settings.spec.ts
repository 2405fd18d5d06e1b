import { expect, test, type Locator, type Page } from '@playwright/test'

import { expectAccessible } from './axe.ts'

/** Opens the settings page, whole. `rules` say which requests fail. */
async function openSettings(page: Page, rules = ''): Promise<void> {
  await page.goto(`/settings?demo-leads=12${rules && `&demo-fail=${encodeURIComponent(rules)}`}`)
  await expect(page.getByRole('list', { name: 'Custom fields' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Statuses' })).toBeVisible()
}

const fields = (page: Page) => page.getByRole('list', { name: 'Custom fields' }).getByRole('listitem')
const statuses = (page: Page) => page.getByRole('list', { name: 'Statuses' }).getByRole('listitem')
const dialog = (page: Page) => page.getByRole('dialog')

async function firstLines(items: Locator): Promise<string[]> {
  return (await items.allInnerTexts()).map((text) => text.split('\n')[0] ?? '')
}

async function menu(page: Page, field: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${field}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test.describe('the connection', () => {
  test('says that the data is made up, and whose it is', async ({ page }) => {
    await openSettings(page)
    const connection = page.getByRole('region', { name: 'Connection' })
    await expect(connection).toContainText('made-up data that never leaves this browser')
    await expect(connection).toContainText('Leadlight Demo')
    await expect(connection).toContainText('robin@leadlight.example')
    await expect(connection).toContainText('/api/v1/')
  })

  test('says when the key is refused, and reads again', async ({ page }) => {
    await page.goto('/settings?demo-leads=12&demo-fail=' + encodeURIComponent('GET /me/ 401@1'))
    const connection = page.getByRole('region', { name: 'Connection' })
    await expect(connection.getByRole('alert')).toContainText('Check the API key')
    await connection.getByRole('button', { name: 'Try again' }).click()
    await expect(connection).toContainText('Leadlight Demo')
    await expect(connection.getByRole('alert')).toHaveCount(0)
  })
})

test.describe('custom fields', () => {
  test('are listed in order with what they hold', async ({ page }) => {
    await openSettings(page)
    expect((await firstLines(fields(page))).slice(0, 3)).toEqual(['Industry', 'Employees', 'Owner'])
    await expect(fields(page).filter({ hasText: 'Systems' })).toContainText(
      'Choices, several values · 8 choices: Barcode scanners, Cloud ERP',
    )
    await expect(fields(page).filter({ hasText: 'Systems' })).toContainText('What they have in use today')
  })

  test('a new one is offered as a column and shown with a lead', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'New field' }).click()
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Ingredients')
    await dialog(page).getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Choices' })
    await dialog(page).getByRole('textbox', { name: 'Choices' }).fill('Flour\nYeast\n\n Sugar ')
    await expect(dialog(page)).toContainText('3 choices.')
    await dialog(page).getByRole('checkbox', { name: 'Several values' }).check()
    await dialog(page).getByRole('textbox', { name: 'Description' }).fill('What they bake with')
    await expect(dialog(page)).toContainText('19 of 280 characters')
    await dialog(page).getByRole('button', { name: 'Create field' }).click()

    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: 'Added the field “Ingredients”' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'New field' })).toBeFocused()
    await expect(fields(page).last()).toContainText(
      'Choices, several values · 3 choices: Flour, Yeast, Sugar',
    )

    await page.getByRole('link', { name: 'Leads', exact: true }).click()
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(page.getByRole('checkbox', { name: 'Ingredients' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: 'Leads' }).getByRole('link').first().click()
    await expect(
      page.getByRole('complementary', { name: 'Lead details' }).getByRole('group', { name: 'Ingredients' }),
    ).toBeVisible()
  })

  test('a name that is taken, a missing choice and a long description are told before anything is sent', async ({
    page,
  }) => {
    await openSettings(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.getByRole('button', { name: 'New field' }).click()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill(' industry ')
    await dialog(page).getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Choices' })
    await dialog(page).getByRole('textbox', { name: 'Description' }).fill('x'.repeat(281))
    await dialog(page).getByRole('button', { name: 'Create field' }).click()
    await expect(dialog(page)).toContainText('There is already a field named “Industry”.')
    await expect(dialog(page)).toContainText('Write at least one choice')
    await expect(dialog(page)).toContainText('A description may have 280 characters.')
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused()
    expect(sent).toEqual([])
  })

  test('a refused one keeps what was typed, and can be tried again', async ({ page }) => {
    await openSettings(page, 'POST /custom_field/lead/ 400@1')
    await page.getByRole('button', { name: 'New field' }).click()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Budget')
    await dialog(page).getByRole('button', { name: 'Create field' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('The field was not saved.')
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Budget')
    await dialog(page).getByRole('button', { name: 'Create field' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(fields(page).last()).toContainText('Budget')
  })

  test('typed text is not thrown away unasked', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'New field' }).click()
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Budget')
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Budget')
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(fields(page).filter({ hasText: 'Budget' })).toHaveCount(0)
  })

  test('taking a choice away is warned of, and only what changed is sent', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'Edit Systems' }).click()
    const choices = dialog(page).getByRole('textbox', { name: 'Choices' })
    await choices.fill((await choices.inputValue()).replace('Cloud ERP\n', '') + '\nPaper')
    await expect(dialog(page)).toContainText(
      'Without “Cloud ERP”, leads that have this value no longer show it.',
    )
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.method() === 'PUT'),
      dialog(page).getByRole('button', { name: 'Save' }).click(),
    ])
    expect(Object.keys(request.postDataJSON() as object)).toEqual(['choices'])
    await expect(dialog(page)).toHaveCount(0)
    await expect(fields(page).filter({ hasText: 'Systems' })).toContainText(
      '8 choices: Barcode scanners, Electronic',
    )
  })

  test('saving without a change sends nothing', async ({ page }) => {
    await openSettings(page, 'PUT /* 500')
    await page.getByRole('button', { name: 'Edit Industry' }).click()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Edit Industry' })).toBeFocused()
  })

  test('a shared one says why it is not edited here', async ({ page }) => {
    await openSettings(page)
    const shared = fields(page).filter({ hasText: 'Priority' })
    await expect(shared).toContainText('Shared')
    await page.getByRole('button', { name: 'More for Priority' }).click()
    await expect(page.getByRole('menuitem', { name: /Edit/ })).toBeDisabled()
    await expect(page.getByRole('menuitem', { name: /Edit/ })).toContainText('changed in Close')
  })

  test('the ID is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openSettings(page)
    await menu(page, 'Industry', 'Copy field ID')
    await expect(page.getByRole('status').filter({ hasText: 'Copied cf_' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^cf_/)
  })

  test('are put in order by keyboard, and stay so', async ({ page }) => {
    await openSettings(page)
    const down = page.getByRole('button', { name: 'Move down Industry' })
    await down.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(down).toBeFocused()
    await expect
      .poll(() => firstLines(fields(page)))
      .toEqual(expect.arrayContaining(['Employees', 'Owner', 'Industry']))
    expect((await firstLines(fields(page))).slice(0, 3)).toEqual(['Employees', 'Owner', 'Industry'])
    await expect(page.getByText('Industry is now number 3 of 13.')).toBeAttached()
    await page.waitForLoadState('networkidle')
    await page.reload()
    await expect(fields(page).first()).toContainText('Employees')
    expect((await firstLines(fields(page))).slice(0, 3)).toEqual(['Employees', 'Owner', 'Industry'])
  })

  test('are put in order by dragging', async ({ page }) => {
    await openSettings(page)
    const handle = fields(page).first().locator('[data-drag-handle]')
    const from = await handle.boundingBox()
    const to = await fields(page).nth(2).boundingBox()
    if (!from || !to) throw new Error('Nothing to drag.')
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
    await page.mouse.move(to.x + 20, to.y + to.height - 2)
    await page.mouse.up()
    await expect
      .poll(async () => (await firstLines(fields(page))).slice(0, 3))
      .toEqual(['Employees', 'Owner', 'Industry'])
  })

  test('an order that is refused is put back', async ({ page }) => {
    await openSettings(page, 'PUT /custom_field_schema/lead/ 500')
    await page.getByRole('button', { name: 'Move down Industry' }).click()
    await expect(page.getByRole('alert')).toContainText('was not saved and was put back')
    expect((await firstLines(fields(page))).slice(0, 2)).toEqual(['Industry', 'Employees'])
  })

  test('that cannot be read say so, and the rest is there', async ({ page }) => {
    await page.goto(
      '/settings?demo-leads=12&demo-fail=' + encodeURIComponent('GET /custom_field_schema/* 403@1'),
    )
    const section = page.getByRole('region', { name: 'Custom fields' })
    await expect(section.getByRole('alert')).toContainText('could not be loaded')
    await expect(statuses(page).first()).toContainText('Potential')
    await section.getByRole('button', { name: 'Try again' }).click()
    await expect(fields(page).first()).toContainText('Industry')
  })
})

test.describe('statuses', () => {
  test('are listed in order, the first one as the default', async ({ page }) => {
    await openSettings(page)
    expect(await firstLines(statuses(page))).toEqual([
      'Potential',
      'Interested',
      'Qualified',
      'Customer',
      'Bad Fit',
      'Canceled',
    ])
    await expect(statuses(page).first()).toContainText('Default')
    await expect(page.getByText('Default', { exact: true })).toHaveCount(1)
  })

  test('a new default is announced and can be undone', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'Move up Interested' }).click()
    const toast = page.getByRole('status').filter({ hasText: 'New leads now get' })
    await expect(toast).toContainText('“Interested” instead of “Potential”')
    await expect(statuses(page).first()).toContainText('Interested')
    await expect(statuses(page).first()).toContainText('Default')
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(statuses(page).first()).toContainText('Potential')
  })

  test('the order is that of the pickers', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'Move up Canceled' }).click()
    await expect.poll(async () => (await firstLines(statuses(page))).at(-1)).toBe('Bad Fit')
    await page.waitForLoadState('networkidle')
    await page.goto('/leads')
    await page.getByRole('grid', { name: 'Leads' }).getByRole('link').first().click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await pane.getByRole('combobox', { name: 'Status' }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    const offered = (await page.getByRole('option').allInnerTexts()).map((text) => text.trim())
    expect(offered).toEqual(['Potential', 'Interested', 'Qualified', 'Customer', 'Canceled', 'Bad Fit'])
  })

  test('an order that is refused is put back', async ({ page }) => {
    await openSettings(page, 'PUT /organization/* 500@1')
    await page.getByRole('button', { name: 'Move up Interested' }).click()
    await expect(page.getByRole('alert')).toContainText('was not saved and was put back')
    await expect(statuses(page).first()).toContainText('Potential')
    await page.getByRole('button', { name: 'Move up Interested' }).click()
    await expect(statuses(page).first()).toContainText('Interested')
  })

  test('one is renamed in place', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('button', { name: 'Rename Qualified' }).click()
    const box = page.getByRole('textbox', { name: 'New name of Qualified' })
    await expect(box).toBeFocused()
    await box.fill('potential ')
    await page.keyboard.press('Enter')
    await expect(page.getByText('There is already a status named “Potential”.')).toBeVisible()
    await box.fill('Sales qualified')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Rename Sales qualified' })).toBeFocused()
    await page.waitForLoadState('networkidle')
    await page.reload()
    await expect(statuses(page).nth(2)).toContainText('Sales qualified')
  })

  test('a new name that is refused is kept for another try', async ({ page }) => {
    await openSettings(page, 'PUT /status/lead/* 500@1')
    await page.getByRole('button', { name: 'Rename Qualified' }).click()
    await page.getByRole('textbox', { name: 'New name of Qualified' }).fill('Hot')
    await page.keyboard.press('Enter')
    const box = page.getByRole('textbox', { name: 'New name of Qualified' })
    await expect(
      page
        .getByText('The demo server was told', { exact: false })
        .or(page.getByText('server had a problem'))
        .first(),
    ).toBeVisible()
    await expect(box).toHaveValue('Hot')
    await page.keyboard.press('Enter')
    await expect(statuses(page).nth(2)).toContainText('Hot')
  })

  test('one is added at the end, unless its name is taken', async ({ page }) => {
    await openSettings(page)
    const box = page.getByRole('textbox', { name: 'New status' })
    await box.fill('CUSTOMER')
    await page.keyboard.press('Enter')
    await expect(page.getByText('There is already a status named “Customer”.')).toBeVisible()
    await box.fill('Nurture')
    await page.keyboard.press('Enter')
    await expect(statuses(page).last()).toContainText('Nurture')
    await expect(box).toHaveValue('')
    await expect(box).toBeFocused()
  })

  test('one that is refused keeps its name in the box', async ({ page }) => {
    await openSettings(page, 'POST /status/lead/ network@1')
    const box = page.getByRole('textbox', { name: 'New status' })
    await box.fill('Nurture')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The status was not added. The server could not be reached.')).toBeVisible()
    await expect(box).toHaveValue('Nurture')
    await page.keyboard.press('Enter')
    await expect(statuses(page).last()).toContainText('Nurture')
  })
})

test.describe('appearance', () => {
  test('theme and density apply at once and are remembered', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('radio', { name: 'Dark' }).check()
    await page.getByRole('radio', { name: 'Comfortable' }).check()
    const root = page.locator('html')
    await expect(root).toHaveAttribute('data-theme', 'dark')
    await expect(root).toHaveAttribute('data-density', 'comfortable')
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = await background()
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
    await expect(page.getByRole('radio', { name: 'Comfortable' })).toBeChecked()
    await expect.poll(background).toBe(dark)
    await page.getByRole('radio', { name: 'Light' }).check()
    await expect.poll(background).not.toBe(dark)
  })

  test('follows the command palette', async ({ page }) => {
    await openSettings(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dark')
    await expect(page.getByRole('option').first()).toContainText('Use the dark theme')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  })
})

test.describe('demo data', () => {
  const section = (page: Page) => page.getByRole('region', { name: 'Demo data' })

  test('another data set is loaded and shown', async ({ page }) => {
    await openSettings(page)
    await expect(section(page)).toContainText('12 leads, seed 1')
    await expect(section(page)).toContainText('Your changes are kept in this browser.')
    await section(page).getByRole('textbox', { name: 'Exact number' }).fill('many')
    await section(page).getByRole('button', { name: 'Load data set' }).click()
    await expect(section(page)).toContainText('A whole number from 0 to 100,000.')
    await section(page).getByRole('textbox', { name: 'Exact number' }).fill('33')
    await section(page).getByRole('button', { name: 'Load data set' }).click()
    await expect(section(page)).toContainText('33 leads, seed 1')
    await page.getByRole('link', { name: 'Leads', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: '33 leads' })).toBeVisible()
  })

  test('a reset names what is lost and puts everything back', async ({ page }) => {
    await openSettings(page)
    await page.getByRole('textbox', { name: 'New status' }).fill('Nurture')
    await page.keyboard.press('Enter')
    await expect(statuses(page).last()).toContainText('Nurture')
    await section(page).getByRole('button', { name: 'Reset demo data' }).click()
    const question = page.getByRole('alertdialog')
    await expect(question).toContainText('Every change made to this data set (12 leads, seed 1) is lost')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(statuses(page).last()).toContainText('Nurture')
    await section(page).getByRole('button', { name: 'Reset demo data' }).click()
    await question.getByRole('button', { name: 'Reset demo data' }).click()
    await expect(statuses(page).last()).toContainText('Canceled')
  })

  test('rules for failures are checked and applied', async ({ page }) => {
    await openSettings(page)
    const rules = section(page).getByRole('textbox', { name: 'Requests that fail' })
    await rules.fill('break everything')
    await section(page).getByRole('button', { name: 'Apply' }).click()
    await expect(section(page)).toContainText('Can\'t read the rule "break everything"')
    await expect(rules).toHaveAttribute('aria-invalid', 'true')
    await rules.fill('POST /status/lead/ 500@1')
    await section(page).getByRole('textbox', { name: 'Latency in milliseconds' }).fill('30')
    await section(page).getByRole('button', { name: 'Apply' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Applies from the next request on' }),
    ).toBeVisible()
    await page.getByRole('textbox', { name: 'New status' }).fill('Nurture')
    await page.keyboard.press('Enter')
    await expect(page.getByText('The status was not added.')).toBeVisible()
  })
})

test.describe('the page', () => {
  test('leads to its sections', async ({ page }) => {
    await openSettings(page)
    await page
      .getByRole('navigation', { name: 'Settings sections' })
      .getByRole('link', { name: 'Statuses' })
      .click()
    await expect(page.getByRole('heading', { name: 'Statuses' })).toBeInViewport()
    await expect(page).toHaveURL(/#statuses$/)
  })

  test('is accessible', async ({ page }) => {
    test.slow()
    await openSettings(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Edit Industry' }).click()
    await expect(dialog(page)).toBeVisible()
    await expectAccessible(page)
  })
})
