import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The pane of a lead, for `expectAccessible` where the table beside it is not what a test is about. */
export const PANE = '[aria-label="Lead details"]'

/**
 * Holds the present page, or the part of it that a selector names, against axe; what depends on colours once more
 * in the dark.
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    if (part !== undefined) axe.include(part)
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${colorScheme}: ${id} (${help}) at ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')}`,
    )
    expect(found).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
