import { expect, test } from '@playwright/test'

import { expectAccessible } from './axe.ts'
import { allLeads, checkRows, chooseCsv, csvFile, openImport } from './import-steps.ts'

test('a list is imported on a phone, and nothing runs out of the screen', async ({ page }) => {
  await openImport(page)
  const expectFit = async () => {
    const width = await page.evaluate(() => {
      const boxes = [document.documentElement, ...document.querySelectorAll('main *')]
      return Math.max(
        ...boxes.filter((box) => box.clientWidth > 0).map((box) => box.getBoundingClientRect().right),
      )
    })
    expect(width).toBeLessThanOrEqual(390)
  }
  await expectFit()
  const long = 'A very long header that does not end before the screen does or so it seems'
  await chooseCsv(page, csvFile(`Name,${long}\nAcme,${'word '.repeat(60)}\nBravo,x\nBad mail,\n`))
  await expectFit()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: long }).selectOption('Description')
  await checkRows(page)
  await expectFit()
  await page.getByRole('button', { name: 'Import leads' }).tap()
  await expect(page.getByRole('heading', { name: '3 leads imported' })).toBeVisible()
  await expectFit()
  expect(await allLeads(page)).toHaveLength(3)
})
