import { expect, test, type Page } from '@playwright/test'

import { expectAccessible } from './axe.ts'

/** Opens an address with a small data set and waits until the page answers. */
async function open(page: Page, path: string, { rules = '', leads = 60 } = {}): Promise<void> {
  const fail = rules && `&demo-fail=${encodeURIComponent(rules)}`
  await page.goto(`${path}?demo-leads=${leads}${fail}`)
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' })
const box = (page: Page) => page.getByRole('combobox', { name: 'Find a lead or a command' })
const options = (page: Page) => palette(page).getByRole('option')

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
}

test.describe('getting around', () => {
  test('each page has its title, and its heading gets the focus', async ({ page }) => {
    await open(page, '/leads')
    await expect(page).toHaveTitle('Leads · Leadlight')
    for (const [link, title] of [
      ['Import', 'Import leads'],
      ['Merge', 'Merge leads'],
      ['Settings', 'Settings'],
      ['Leads', 'Leads'],
    ] as const) {
      const place = page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: link, exact: true })
      await place.click()
      await expect(page).toHaveTitle(`${title} · Leadlight`)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
      await expect(place).toHaveAttribute('aria-current', 'page')
    }
  })

  test('the first Tab leads past the navigation', async ({ page }) => {
    await open(page, '/settings')
    await expect(page.getByRole('link', { name: 'Connection' })).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await expect(page).toHaveURL(/\/settings$/)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Connection' })).toBeFocused()
  })

  test('an address that shows nothing says so and leads back', async ({ page }) => {
    await open(page, '/lead')
    await expect(page).toHaveTitle('Not found · Leadlight')
    await expect(page.getByText('There is no such page')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Go to the leads' }).click()
    await expect(page).toHaveURL(/\/leads$/)
  })

  test('the start leads to the leads', async ({ page }) => {
    await open(page, '/')
    await expect(page).toHaveURL(/\/leads$/)
  })

  test('being offline is said once, and no longer afterwards', async ({ page, context }) => {
    await open(page, '/settings')
    await expect(page.getByText('Leadlight Demo')).toBeVisible()
    await context.setOffline(true)
    await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Statuses' })).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText('You are offline.')).toHaveCount(0)
  })

  test('a chosen theme is there from the first moment of the next visit', async ({ page }) => {
    await open(page, '/leads')
    await openPalette(page)
    await page.keyboard.type('dark theme')
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })
})

test.describe('the command palette', () => {
  test('finds a lead and opens it', async ({ page }) => {
    await open(page, '/settings')
    await openPalette(page)
    await page.keyboard.type('bluth')
    await expect(options(page).first()).toContainText('Bluth Company')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/leads\/lead_/)
    await expect(palette(page)).toHaveCount(0)
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane.getByRole('heading', { name: 'Bluth Company' })).toBeFocused()
    await expect(page).toHaveTitle('Bluth Company · Leadlight')
  })

  test('takes what is typed before its code is there', async ({ page }) => {
    await open(page, '/settings')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new lead')
    await expect(box(page)).toHaveValue('new lead')
    await expect(options(page).first()).toContainText('New lead')
    await expect(page).toHaveURL(/\/settings$/)
  })

  test('opens all results in the table', async ({ page }) => {
    await open(page, '/settings')
    await openPalette(page)
    await page.keyboard.type('ma')
    await expect(options(page).last()).toContainText(/Open all \d+ results in the table/)
    const count = /\d+/.exec(await options(page).last().innerText())?.[0]
    await page.keyboard.press('ArrowUp') // round to the last one
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/leads\?q=ma$/)
    await expect(page.getByRole('searchbox', { name: 'Search leads' })).toHaveValue('ma')
    await expect(page.getByRole('status').filter({ hasText: `${count} leads` })).toBeVisible()
  })

  test('remembers the leads that this tab opened', async ({ page }) => {
    await open(page, '/leads')
    const first = page.getByRole('grid', { name: 'Leads' }).getByRole('link').first()
    const name = (await first.innerText()).split('\n')[0] ?? ''
    await first.click()
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toBeVisible()
    await page.getByRole('link', { name: 'Settings', exact: true }).click()
    await expect(page).toHaveTitle('Settings · Leadlight')
    await openPalette(page)
    const recent = palette(page).getByRole('group', { name: 'Recently opened' }).getByRole('option')
    await expect(recent).toHaveCount(1)
    await expect(recent).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('complementary', { name: 'Lead details' }).getByRole('heading', { name }),
    ).toBeVisible()
  })

  test('runs commands, and Escape gives the focus back', async ({ page }) => {
    await open(page, '/settings')
    const button = page.getByRole('button', { name: 'Search and commands' })
    await button.click()
    await expect(box(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(button).toBeFocused()
    await openPalette(page)
    await page.keyboard.type('import')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Import leads' })).toBeFocused()
  })

  test('says when nothing matches', async ({ page }) => {
    await open(page, '/settings')
    await openPalette(page)
    await page.keyboard.type('qqxyzzy')
    await expect(palette(page).getByRole('status')).toHaveText('Nothing matches “qqxyzzy”.')
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeVisible()
  })

  test('says when leads cannot be searched, and tries again', async ({ page }) => {
    await open(page, '/settings', { rules: 'POST /data/search/ 400@1' })
    await openPalette(page)
    await box(page).fill('bluth')
    await expect(palette(page).getByRole('alert')).toContainText('Leads could not be searched.')
    await palette(page).getByRole('button', { name: 'Try again' }).click()
    await expect(options(page).first()).toContainText('Bluth Company')
    await expect(palette(page).getByRole('alert')).toHaveCount(0)
  })

  test('works by pointer', async ({ page }) => {
    await open(page, '/settings')
    await openPalette(page)
    await options(page).filter({ hasText: 'Merge two leads' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Merge leads' })).toBeVisible()
  })

  test('stays away while another dialog is open', async ({ page }) => {
    await open(page, '/settings')
    await page.getByRole('button', { name: 'New field' }).click()
    await expect(page.getByRole('dialog', { name: 'New custom field' })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Tab')
    await expect(palette(page)).toHaveCount(0)
  })

  test('is accessible', async ({ page }) => {
    await open(page, '/settings')
    await openPalette(page)
    await page.keyboard.type('ma')
    await expect(options(page).last()).toContainText('Open all')
    await expectAccessible(page)
  })
})

test.describe('keyboard shortcuts', () => {
  test('are listed on "?", the ones in turn told apart from chords', async ({ page }) => {
    await open(page, '/settings')
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(list.getByRole('definition').filter({ hasText: 'then' }).first()).toHaveText(
      /^G\s*then\s*L$/,
    )
    await expect(list).toContainText('Find a lead or a command')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  })

  test('lead to the pages', async ({ page }) => {
    await open(page, '/settings')
    for (const [keys, path] of [
      ['g i', '/import'],
      ['g m', '/merge'],
      ['g s', '/settings'],
      ['g l', '/leads'],
      ['n', '/leads/new'],
    ] as const) {
      await page.locator('body').click({ position: { x: 2, y: 300 } }) // out of any text box
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      for (const key of keys.split(' ')) await page.keyboard.press(key)
      await expect(page).toHaveURL(new RegExp(`${path}$`))
    }
  })

  test('"/" goes to the search box, from any page', async ({ page }) => {
    await open(page, '/settings')
    await page.keyboard.press('/')
    await expect(page).toHaveURL(/\/leads$/)
    await expect(page.getByRole('searchbox', { name: 'Search leads' })).toBeFocused()
    await page.keyboard.type('n')
    await expect(page.getByRole('searchbox', { name: 'Search leads' })).toHaveValue('n')
    await expect(page).toHaveURL(/\/leads(\?q=n)?$/)
  })

  test('F8 goes to the latest notification', async ({ page }) => {
    await open(page, '/settings', { rules: 'PUT /organization/* 500' })
    await page.getByRole('button', { name: 'Move up Interested' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await page.keyboard.press('F8')
    await expect(page.getByRole('alert').getByRole('button', { name: 'Dismiss' })).toBeFocused()
  })

  test('move through the table as listed', async ({ page }) => {
    await open(page, '/leads')
    const grid = page.getByRole('grid', { name: 'Leads' })
    /** Where the focus is: the row counted from the first lead, and the column. */
    const place = () =>
      page.evaluate(() => {
        const cell = document.activeElement?.closest('[data-column]')
        const row = cell?.closest('[role="row"]')?.getAttribute('aria-rowindex')
        return `${Number(row) - 1} ${cell?.getAttribute('data-column')}`
      })
    await grid.getByRole('link').first().focus()
    expect(await place()).toBe('0 display_name')
    for (const [key, expected] of [
      ['ArrowDown', '1 display_name'],
      ['ArrowRight', '1 status_id'],
      ['ArrowUp', '0 status_id'],
      ['ArrowLeft', '0 display_name'],
      ['Control+End', /^59 /],
      ['Control+Home', /^0 /],
      ['End', /^0 custom\./],
      ['Home', /^0 (?!display_name|status_id|custom)/],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(place).toMatch(expected)
    }
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await expect(grid.getByRole('checkbox', { checked: true })).toHaveCount(3)
    await page.keyboard.press('Control+a')
    await expect(grid.getByRole('checkbox', { name: 'Select all leads' })).toBeChecked()
    const header = grid.getByRole('columnheader', { name: 'Status' })
    const width = async () => (await header.boundingBox())?.width ?? 0
    const left = async () => (await header.boundingBox())?.x ?? 0
    const before = [await width(), await left()] as const
    await header.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(width).toBeGreaterThan(before[0])
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect.poll(left).toBeGreaterThan(before[1])
  })

  test('edit a cell, and walk from lead to lead, as listed', async ({ page }) => {
    await open(page, '/leads')
    const grid = page.getByRole('grid', { name: 'Leads' })
    await grid.getByRole('link').first().focus()
    await page.keyboard.press('ArrowRight') // to the status
    await page.keyboard.press('F2')
    await expect(grid.getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(grid.getByRole('combobox')).toHaveCount(0)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane).toBeVisible()
    const address = page.url()
    await page.keyboard.press('j')
    await expect(page).not.toHaveURL(address)
    await page.keyboard.press('k')
    await expect(page).toHaveURL(address)
    await page.keyboard.press('Escape')
    await expect(pane).toHaveCount(0)
    await expect(page).toHaveURL(/\/leads$/)
  })
})

test.describe('every page is accessible', () => {
  for (const [path, heading] of [
    ['/leads', 'Leads'],
    ['/leads/new', 'New lead'],
    ['/import', 'Import leads'],
    ['/merge', 'Merge leads'],
    ['/nowhere', 'Not found'],
  ] as const) {
    test(path, async ({ page }) => {
      test.slow() // axe looks at every cell
      await open(page, path, { leads: 12 })
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeAttached()
      await page.waitForLoadState('networkidle')
      await expectAccessible(page)
    })
  }
})
