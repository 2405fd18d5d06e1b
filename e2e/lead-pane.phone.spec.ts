import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { makeLead, openPane } from './lead-pane-setup.ts'

test.describe('a lead on a phone', () => {
  test('is a page of its own with the way back always in reach', async ({ page }) => {
    await page.goto('/leads?demo-leads=12')
    const link = page.getByRole('link', { name: 'Bluth Company', exact: true })
    await link.tap()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    await expect(pane).toHaveAttribute('aria-busy', 'false')
    await expect(pane.getByRole('heading', { name: 'Bluth Company', level: 2 })).toBeFocused()
    const box = await pane.boundingBox()
    expect(box).toMatchObject({ x: 0, y: 0, width: 390 })

    await pane.getByRole('link', { name: /Open in Close/ }).scrollIntoViewIfNeeded()
    await expect(pane.getByRole('heading', { name: 'Bluth Company', level: 2 })).not.toBeInViewport()
    await expect(pane.getByRole('button', { name: 'Close' })).toBeInViewport()
    await pane.getByRole('button', { name: 'Next lead' }).tap()
    await expect(pane.getByRole('heading', { level: 2 })).not.toHaveText('Bluth Company')
    await expect(pane.getByRole('heading', { level: 2 })).toBeInViewport()
    await pane.getByRole('button', { name: 'Previous lead' }).tap()
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('Bluth Company')
    await pane.getByRole('button', { name: 'Close' }).tap()
    await expect(pane).toBeHidden()
    await expect(link).toBeFocused()
  })

  test('fits the screen whatever it holds, with targets for fingers', async ({ page }) => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    const lead = await makeLead(page, {
      name: long,
      url: `https://${'long-'.repeat(10)}.example/${long}`,
      description: `${long} ${long}`,
      addresses: [{ label: 'business', address_1: long, city: long, country: 'GB' }],
      contacts: [
        {
          name: long,
          title: long,
          emails: [{ type: 'office', email: `${'long-'.repeat(12)}@example.com` }],
          phones: [{ type: 'mobile', phone: '+1 949-555-0143' }],
        },
      ],
    })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'Add contact' }).tap()
    const sizes = await pane.evaluate((element) => {
      const wide = [element, ...element.querySelectorAll('*')].filter(
        (child) =>
          child.getBoundingClientRect().right > innerWidth + 1 && !child.closest('.truncate, .sr-only'),
      )
      const low = [
        ...element.querySelectorAll<HTMLElement>('button, select, a[href], input:not([role])'),
      ].filter((target) => target.tabIndex >= 0 && target.getBoundingClientRect().height < 40)
      const nameOf = (child: Element) => child.outerHTML.slice(0, 120)
      return { wide: wide.map(nameOf), low: low.map(nameOf), page: document.documentElement.scrollWidth }
    })
    expect(sizes).toEqual({ wide: [], low: [], page: 390 })
  })

  test('asks before it deletes, and is accessible in light and in dark', async ({ page }) => {
    test.slow() // axe reads the whole page twice
    const lead = await makeLead(page, { name: 'Sitwell Housing', contacts: [{ name: 'Stan Sitwell' }] })
    const pane = await openPane(page, lead.id)
    await expectAccessible(page)
    await pane.getByRole('button', { name: 'Delete lead' }).tap()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete lead' }).tap()
    await expect(pane).toBeHidden()
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expect(pane.getByRole('heading', { name: 'Sitwell Housing' })).toBeVisible()
  })
})
