import { expect, test, type Page } from '@playwright/test'

import { startDemo, failing, makeLead, openPane, setSwitches } from './lead-pane-setup.ts'
import { gridOf, openTable, rowOf } from './table-page.ts'

/** Whether something lies over what has the focus, or it is out of sight. */
async function isHidden(page: Page): Promise<string | false> {
  return page.evaluate(() => {
    const control = document.activeElement
    const box = control?.getBoundingClientRect()
    if (!control || !box || control === document.body) return false
    const across = box.left + box.width / 2
    const hidden = [box.top + 2, box.bottom - 2].some((down) => {
      const there = document.elementFromPoint(across, down)
      return !there || !(control.contains(there) || there.contains(control))
    })
    return hidden && (control.getAttribute('aria-label') ?? control.textContent)
  })
}

test.describe('the focus stays when what had it goes', () => {
  test('filters that are removed', async ({ page }) => {
    await openTable(page)
    const filter = page.getByRole('button', { name: 'Filter', exact: true })
    await filter.focus()
    for (const field of ['status', 'owner']) {
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Add filter' }).fill(field)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Space')
      await page.keyboard.press('Escape')
      await expect(filter).toBeFocused()
    }
    const chips = page.getByRole('group', { name: 'Active filters' })
    await chips.getByRole('button', { name: /^Remove Owner/ }).focus()
    await page.keyboard.press('Enter')
    await expect(chips.getByRole('button', { name: /^Remove Status/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(chips).toBeHidden()
    await expect(filter).toBeFocused()
  })

  test('chosen leads, all of them and none', async ({ page }) => {
    await openTable(page)
    const first = gridOf(page).getByRole('link').first()
    await first.focus()
    await page.keyboard.press('Space')
    const bar = page.getByRole('toolbar', { name: 'Selected leads' })
    await expect(bar).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(bar.getByRole('button', { name: 'Select all' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(bar).toContainText('60 of 60 selected')
    await expect(bar.getByRole('button', { name: 'Select all' })).toBeFocused()
    await bar.getByRole('button', { name: 'Clear selection' }).focus()
    await page.keyboard.press('Enter')
    await expect(bar).toBeHidden()
    await expect(first).toBeFocused()
  })

  test('a search without a match', async ({ page }) => {
    await page.goto('/leads?demo-leads=60&q=zzzz')
    await page.getByRole('button', { name: 'Clear search and filters' }).focus()
    await page.keyboard.press('Enter')
    await expect(rowOf(page, 'Bluth Company')).toBeVisible()
    await expect(gridOf(page).locator(':focus')).toHaveCount(1)
  })

  test('columns that are hidden and shown', async ({ page }) => {
    await openTable(page)
    await page.getByRole('button', { name: 'Columns', exact: true }).focus()
    await page.keyboard.press('Enter')
    const box = page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Contacts' })
    await box.focus()
    await page.keyboard.press('Space')
    await expect(box).not.toBeChecked()
    await expect(box).toBeFocused()
    await page.keyboard.press('Space')
    await expect(box).toBeChecked()
    await expect(box).toBeFocused()
  })

  test('changes that are retried and given up', async ({ page }) => {
    await openTable(page)
    await setSwitches(page, { fail: 'PUT /lead/* 500' })
    for (const name of ['Bluth Company', 'Outfitters of Chicago']) {
      await rowOf(page, name).getByRole('link', { name, exact: true }).focus()
      await page.keyboard.press('F2')
      await page.getByRole('textbox', { name: 'Name' }).fill(`${name} 2`)
      await page.keyboard.press('Enter')
    }
    const status = page.getByRole('navigation').getByRole('status').getByRole('button')
    await expect(status).toHaveText('2 need you')
    await status.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Changes that are not saved yet' })
    const [bluth, outfitters] = ['Bluth Company', 'Outfitters'].map((name) =>
      panel.getByRole('listitem').filter({ hasText: name }),
    )
    const retry = bluth?.getByRole('button', { name: 'Retry' })
    await retry?.focus()
    await page.keyboard.press('Enter')
    await expect(bluth ?? panel).toContainText('Not saved')
    await expect(retry ?? panel).toBeFocused()
    await bluth?.getByRole('button', { name: 'Discard' }).focus()
    await page.keyboard.press('Enter')
    await expect(bluth ?? panel).toHaveCount(0)
    await expect(outfitters?.getByRole('button', { name: 'Retry' }) ?? panel).toBeFocused()
    await setSwitches(page, { fail: '' })
    await page.keyboard.press('Enter')
    await expect(panel).toContainText('All changes are saved.')
    await expect(panel.getByRole('button', { name: 'Done' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Leads', exact: true })).toBeFocused()
  })

  test('leads that are chosen for a merge', async ({ page }) => {
    await startDemo(page)
    await page.goto('/merge')
    const source = page.getByRole('region', { name: 'Source' })
    await source.getByRole('combobox').fill('bluth')
    await page.getByRole('option', { name: /^Bluth Company/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect(source.getByRole('button', { name: 'Change' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(source.getByRole('combobox')).toBeFocused()
  })

  test('the message that a lead could not be loaded', async ({ page }) => {
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    await page.goto(`/leads/${lead.id}${failing('GET /lead/* 500')}`)
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    const again = pane.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible({ timeout: 20_000 })
    await setSwitches(page, { fail: '' })
    await again.focus()
    await page.keyboard.press('Enter')
    await expect(again).toBeHidden()
    await expect(pane.locator(':focus')).toHaveCount(1)
  })
})

test.describe('the focus comes back to where it was', () => {
  test('from a menu, and from the dialog that it opened', async ({ page }) => {
    await startDemo(page)
    const more = page.getByRole('button', { name: 'More for Tax id' })
    await more.focus()
    // The second time its code is there at once.
    for (const key of ['Enter', 'Enter', 'Space', 'ArrowDown']) {
      await page.keyboard.press(key)
      await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(more).toBeFocused()
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Edit “Tax id”' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(more).toBeFocused()
  })

  test('from the form of an address, which Ctrl+Enter saves', async ({ page }) => {
    const lead = await makeLead(page, {
      name: 'Sitwell Housing',
      addresses: [{ address_1: 'Low Street' }, { address_1: 'High Street' }],
    })
    const pane = await openPane(page, lead.id)
    const edit = pane.getByRole('button', { name: /^Edit address High Street/ })
    await edit.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(edit).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Street', exact: true }).fill('High Street 2')
    await page.keyboard.press('Control+Enter')
    await expect(pane.getByRole('button', { name: 'Edit address High Street 2' })).toBeFocused()
  })

  test('goes along with a link to a part of the page', async ({ page }) => {
    await startDemo(page)
    await page.getByRole('link', { name: 'Statuses' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'Statuses' })).toBeFocused()
  })
})

test.describe('what has the focus is in sight', () => {
  test('below what sticks at the top of the pane', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 500 })
    await startDemo(page)
    await openTable(page, '')
    await rowOf(page, 'Bluth Company').getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await pane.getByRole('button', { name: 'Add address' }).focus()
    const tab = pane.getByRole('tab', { name: 'Details' })
    for (
      let stops = 0;
      stops < 80 && !(await tab.evaluate((one) => one === document.activeElement));
      stops++
    ) {
      expect(await isHidden(page)).toBe(false)
      await page.keyboard.press('Shift+Tab')
    }
    await expect(tab).toBeFocused()
  })

  test('above what sticks at the end of a form', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 500 })
    await startDemo(page)
    await page.goto('/leads/new')
    const form = page.getByRole('form', { name: 'New lead' })
    await form.getByRole('textbox', { name: 'Name', exact: true }).focus()
    const last = form.getByRole('button', { name: 'Create lead' })
    for (
      let stops = 0;
      stops < 60 && !(await last.evaluate((one) => one === document.activeElement));
      stops++
    ) {
      expect(await isHidden(page)).toBe(false)
      await page.keyboard.press('Tab')
    }
    await expect(last).toBeFocused()
  })
})
