import { expect, test } from '@playwright/test'

import { readApi, writeApi } from './api.ts'
import { expectAccessible } from './axe.ts'
import { failing, makeLead, openPane, setSwitches, startDemo } from './lead-pane-setup.ts'

test.describe('looking at a lead', () => {
  test('opens beside the table and gives the focus back when closed', async ({ page }) => {
    await page.goto('/leads')
    const link = page
      .getByRole('grid', { name: 'Leads' })
      .getByRole('link', { name: 'Bluth Company', exact: true })
    await link.click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { name: 'Bluth Company', level: 2 })).toBeFocused()
    await expect(page).toHaveTitle(/^Bluth Company/)
    await expect(page).toHaveURL(/\/leads\/lead_\w+$/)

    await page.keyboard.press('Escape')
    await expect(pane).toBeHidden()
    await expect(link).toBeFocused()
    await expect(page).toHaveURL(/\/leads$/)

    await page.keyboard.press('Enter')
    await expect(pane.getByRole('heading', { name: 'Bluth Company', level: 2 })).toBeFocused()
    await pane.getByRole('button', { name: 'Close' }).click()
    await expect(link).toBeFocused()
  })

  test('shows at once what the table knows, and the rest when it comes', async ({ page }) => {
    await page.goto('/leads')
    const link = page.getByRole('link', { name: 'Bluth Company', exact: true })
    await expect(link).toBeVisible()
    await setSwitches(page, { latency: 4_000 })
    await link.click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('combobox', { name: 'Status' })).toHaveText('Potential', { timeout: 2_500 })
    await expect(pane).toHaveAttribute('aria-busy', 'true')
    await expect(pane.getByText('Gob Bluth')).toBeHidden()
    await expect(pane.getByText('Gob Bluth')).toBeVisible()
    await expect(pane).toHaveAttribute('aria-busy', 'false')
  })

  test('goes to the next and the previous lead by button and by key, but not while typing', async ({
    page,
  }) => {
    await page.goto('/leads')
    const grid = page.getByRole('grid', { name: 'Leads' })
    const names = grid.getByRole('rowheader').getByRole('link')
    await expect(names.nth(3)).toBeVisible()
    const [first = '', second = '', third = ''] = await names.allTextContents()
    await names.nth(0).click()
    const heading = page
      .getByRole('complementary', { name: 'Lead details' })
      .getByRole('heading', { level: 2 })
    await expect(heading).toHaveText(first)
    await expect(page.getByRole('button', { name: 'Previous lead' })).toHaveAttribute('aria-disabled', 'true')

    await page.getByRole('button', { name: 'Next lead' }).click()
    await expect(heading).toHaveText(second)
    await page.keyboard.press('j')
    await expect(heading).toHaveText(third)
    await page.keyboard.press('k')
    await expect(heading).toHaveText(second)
    await page.getByRole('button', { name: 'Previous lead' }).click()
    await expect(heading).toHaveText(first)

    const url = page.getByRole('textbox', { name: 'URL' })
    await url.fill('')
    await url.pressSequentially('jkj')
    await expect(heading).toHaveText(first)
    await page.keyboard.press('Escape')
    await expect(heading).toHaveText(first)
    await expect(url).not.toHaveValue('jkj')
  })

  test('has the next lead ready before it is asked for', async ({ page }) => {
    await page.goto('/leads?demo-leads=12')
    const names = page.getByRole('grid', { name: 'Leads' }).getByRole('rowheader').getByRole('link')
    await expect(names.nth(1)).toBeVisible()
    const [, second = ''] = await names.allTextContents()
    const id = (await names.nth(1).getAttribute('href'))?.split(/[/?]/)[2] ?? ''
    const readAhead = page.waitForResponse((answer) => answer.url().includes(`/api/v1/lead/${id}/`))
    await names.nth(0).click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane).toHaveAttribute('aria-busy', 'false')
    await (await readAhead).finished()
    await setSwitches(page, { latency: 20_000 })
    await page.keyboard.press('j')
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(second)
    await expect(pane.getByRole('link', { name: /Open in Close/ })).toBeVisible()
    await expect(pane).toHaveAttribute('aria-busy', 'false')
  })

  test('can be read, edited and left by keyboard alone', async ({ page }) => {
    await page.goto('/leads?demo-leads=12')
    const link = page
      .getByRole('grid', { name: 'Leads' })
      .getByRole('link', { name: 'Bluth Company', exact: true })
    await link.focus()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('button', { name: 'Edit name' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('tab', { name: 'Details' })).toBeFocused()
    await page.keyboard.press('Tab')
    const status = pane.getByRole('combobox', { name: 'Status' })
    await expect(status).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('qual')
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('Qualified')
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('textbox', { name: 'URL' })).toBeFocused()
    await page.keyboard.type('https://typed.example')
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('link', { name: /^Open https/ })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('textbox', { name: 'Description' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(pane.getByRole('button', { name: 'Add contact' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(pane).toBeHidden()
    await expect(link).toBeFocused()
    await expect(page.getByRole('row', { name: /^Select Bluth Company/ })).toContainText('Qualified')
  })

  test('offers the merge, the link and the way to Close', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    const pane = await openPane(page, lead.id)
    await expect(pane.getByRole('link', { name: /Open in Close/ })).toHaveAttribute('href', /lead_/)
    await pane.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/leads/${lead.id}`)
    await pane.getByRole('button', { name: 'Merge…' }).click()
    await expect(page).toHaveURL(new RegExp(`/merge\\?source=${lead.id}$`))
  })

  test('lists tasks and opportunities with what they are worth', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    await writeApi(page, 'POST', '/task/', { lead_id: lead.id, text: 'Call Stan', date: '2020-01-31' })
    for (const value of [120_000, 50_050]) {
      await writeApi(page, 'POST', '/opportunity/', {
        lead_id: lead.id,
        value,
        value_period: value > 100_000 ? 'one_time' : 'monthly',
        confidence: 70,
      })
    }
    const pane = await openPane(page, lead.id)
    const tasks = pane.getByRole('region', { name: 'Tasks' })
    await expect(tasks.getByRole('textbox', { name: 'Task' })).toHaveValue('Call Stan')
    await expect(tasks.getByRole('heading', { name: 'Overdue' })).toBeVisible()
    await expect(tasks.getByRole('combobox', { name: 'Due date' })).toHaveText('Fri, Jan 31, 2020')
    const opportunities = pane.getByRole('region', { name: 'Opportunities' })
    await expect(opportunities).toContainText('70% confident')
    await expect(opportunities.getByRole('definition')).toHaveText(/1,200 \+ .*500\.50 monthly/)
  })

  test('shows Smart Fields when asked, and says when they cannot be read', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing', contacts: [{ name: 'Stan Sitwell' }] })
    const pane = await openPane(page, lead.id)
    await setSwitches(page, { fail: 'GET /lead/* 500' })
    await pane.getByRole('button', { name: 'Show Smart Fields' }).click()
    await expect(pane.getByRole('alert')).toContainText('Smart Fields could not be loaded.')
    await setSwitches(page, { fail: '' })
    await pane.getByRole('button', { name: 'Try again' }).click()
    const smart = pane.getByRole('region', { name: 'Smart Fields' })
    await expect(smart.getByRole('term').filter({ hasText: /^Contacts$/ })).toBeVisible()
    await expect(smart).not.toContainText('num_')
    await pane.getByRole('button', { name: 'Hide Smart Fields' }).click()
    await expect(smart.getByRole('term')).toHaveCount(0)
  })

  test('is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the whole page twice
    await page.goto('/leads?demo-leads=3')
    await page.getByRole('link', { name: 'Bluth Company', exact: true }).click()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane).toHaveAttribute('aria-busy', 'false')
    await pane.getByRole('button', { name: 'Show Smart Fields' }).click()
    await expect(pane.getByText('Last contacted', { exact: true })).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('opening a lead that is not there', () => {
  test('says that it no longer exists and leads back', async ({ page }) => {
    await page.goto('/leads/lead_nothing?demo-leads=12')
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { name: 'This lead no longer exists' })).toBeVisible()
    await pane.getByRole('link', { name: 'Back to the leads' }).click()
    await expect(page).toHaveURL(/\/leads$/)
  })

  test('goes on to the lead it was merged into and says so', async ({ page }) => {
    await startDemo(page)
    const source = await writeApi<{ id: string }>(page, 'POST', '/lead/', { name: 'Sitwell Homes' })
    const destination = await writeApi<{ id: string }>(page, 'POST', '/lead/', { name: 'Sitwell Housing' })
    await writeApi(page, 'POST', '/lead/merge/', { source: source.id, destination: destination.id })
    await page.goto(`/leads/${source.id}`)
    await expect(page).toHaveURL(new RegExp(`/leads/${destination.id}`))
    await expect(page.getByRole('heading', { name: 'Sitwell Housing', level: 2 })).toBeVisible()
    await expect(
      page.getByRole('status').filter({ hasText: 'was merged into Sitwell Housing' }),
    ).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/\/settings/)
  })

  test('says why when it cannot be read, and reads it again', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    await page.goto(`/leads/${lead.id}${failing('GET /lead/* 500')}`)
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('alert')).toContainText('could not be loaded')
    await setSwitches(page, { fail: '' })
    await pane.getByRole('button', { name: 'Try again' }).click()
    await expect(pane.getByRole('heading', { name: 'Sitwell Housing' })).toBeVisible()
  })

  test('hostile text stays text', async ({ page }) => {
    const lead = await makeLead(page, {
      name: '<img src=x onerror="window.hacked=1">',
      description: '<script>window.hacked=1</script>',
      url: 'https://ok.example',
    })
    const pane = await openPane(page, lead.id)
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('<img src=x onerror="window.hacked=1">')
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect((await readApi(page, `/lead/${lead.id}/`))['name']).toContain('<img')
  })
})
