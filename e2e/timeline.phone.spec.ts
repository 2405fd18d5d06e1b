import { expect, test } from '@playwright/test'

import { makeLead } from './lead-pane-setup.ts'
import { makeActivity, openActivity } from './timeline-setup.ts'

test.describe('reading what happened on a lead, on a phone', () => {
  test('fits the screen with targets for fingers, and opens by touch', async ({ page }) => {
    const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    const lead = await makeLead(page, { name: 'Sitwell Housing' })
    await makeActivity(page, lead.id, 'note', { note: `${long} ${long}` })
    await makeActivity(page, lead.id, 'email', {
      status: 'inbox',
      sender: `${long}@example.com`,
      to: [`${long}@example.com`],
      subject: long,
      body_html: `<table width="900"><tr><td>${long}</td><td>${long}</td></tr></table><pre>${long}${long}</pre>`,
    })
    const activity = await openActivity(page, lead.id)
    await activity.getByRole('button', { name: /^Email from/ }).tap()
    await expect(activity.getByRole('table')).toBeVisible()
    const pane = page.getByRole('complementary', { name: 'Lead details' })
    const sizes = await pane.evaluate((element) => {
      const wide = [...element.querySelectorAll('*')].filter(
        (child) =>
          child.getBoundingClientRect().right > innerWidth + 1 &&
          !child.closest('.truncate, .sr-only, .rich-text, .line-clamp-2'),
      )
      const low = [...element.querySelectorAll<HTMLElement>('[role="tab"], [role="combobox"], input')].filter(
        (target) => target.checkVisibility() && target.getBoundingClientRect().height < 40,
      )
      const nameOf = (child: Element) => child.outerHTML.slice(0, 120)
      return { wide: wide.map(nameOf), low: low.map(nameOf), page: document.documentElement.scrollWidth }
    })
    expect(sizes).toEqual({ wide: [], low: [], page: 390 })
    await expect(pane.getByRole('button', { name: 'More actions' })).toBeInViewport({ ratio: 1 })
  })
})
