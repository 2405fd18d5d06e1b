import { existsSync, readFileSync } from 'node:fs'

import { expect, test, type Page } from '@playwright/test'
import Papa from 'papaparse'

import { readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'
import { allLeads, checkRows, chooseCsv, csvFile, leadFields, openImport } from './import-steps.ts'

const REMOTE = '../shared/data/remote-companies.csv'
const CHILDCARE = '../shared/data/childcare-sites-labelled.csv'

const importLeads = (page: Page) => page.getByRole('button', { name: 'Import leads' }).click()
const imported = (page: Page, count: string) =>
  expect(page.getByRole('heading', { name: `${count} imported`, exact: true })).toBeVisible({
    timeout: 60_000,
  })
const names = async (page: Page) => (await allLeads(page)).map((lead) => String(lead['name'])).sort()

test.describe('importing companies that hire remotely', () => {
  test.skip(!existsSync(REMOTE), `${REMOTE} is not there`)

  test('brings over every row, field by field, without a character lost', async ({ page }) => {
    test.setTimeout(180_000)
    await openImport(page)
    await chooseCsv(page, REMOTE)
    await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(12)
    const column = (name: string) =>
      page.getByRole('combobox', { name, exact: true }).locator('option:checked')
    await expect(column('name')).toHaveText('Name')
    await expect(column('website')).toHaveText('URL')
    await expect(column('description')).toHaveText('Description')
    await expect(column('technologies')).toHaveText('New field: choices, several values')
    await expect(column('offices')).toHaveText('New field: text')
    await checkRows(page)
    await expect(page.getByRole('heading', { name: 'All 882 rows can be imported' })).toBeVisible()
    await importLeads(page)
    await imported(page, '882 leads')
    await expect(page.getByText('Every row became a lead.')).toBeVisible()

    const fields = await leadFields(page)
    const shapes = ['region', 'remote_policy', 'company_size', 'technologies', 'added_at', 'updated_at'].map(
      (name) => [name, fields.get(name)?.type, fields.get(name)?.accepts_multiple_values],
    )
    expect(shapes).toEqual([
      ['region', 'choices', false],
      ['remote_policy', 'choices', false],
      ['company_size', 'choices', false],
      ['technologies', 'choices', true],
      ['added_at', 'date', false],
      ['updated_at', 'date', false],
    ])

    const { data } = Papa.parse<Record<string, string>>(readFileSync(REMOTE, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    const byName = new Map((await allLeads(page)).map((lead) => [lead['name'], lead]))
    expect(byName.size).toBe(data.length)
    for (const row of data) {
      const lead = byName.get(row['name'] ?? '')
      const custom = (name: string) => lead?.[`custom.${fields.get(name)?.id}`]
      const texts = ['careers_url', 'region', 'remote_policy', 'company_size', 'added_at', 'updated_at']
      expect({
        name: lead?.['name'],
        website: lead?.['url'],
        description: lead?.['description'],
        technologies: custom('technologies') ?? [],
        ...Object.fromEntries(
          [...texts, 'headcount_note', 'offices'].map((name) => [name, custom(name) ?? '']),
        ),
      }).toEqual({ ...row, technologies: row['technologies']?.split(';').filter(Boolean) })
    }

    await page.getByRole('link', { name: 'Show the imported leads' }).click()
    await expect(page.getByRole('grid', { name: 'Leads' })).toHaveAttribute('aria-rowcount', '882')
  })
})

test.describe('importing childcare sites, 3,337 rows under headers that often lie', () => {
  test.skip(!existsSync(CHILDCARE), `${CHILDCARE} is not there`)

  test('finds a place for each column, and the page answers all the time', async ({ page }) => {
    test.setTimeout(120_000)
    await openImport(page)
    await page.evaluate(() => {
      const longest = { ms: 0 }
      Object.assign(window, { longest })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
      }).observe({ type: 'longtask' })
    })
    await chooseCsv(page, CHILDCARE)
    await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(33)
    const column = (name: string) =>
      page.getByRole('combobox', { name, exact: true }).locator('option:checked')
    await expect(column('Site name')).toHaveText('Name')
    await expect(column('Address')).toHaveText('Address, line 1')
    await expect(column('Zip')).toHaveText('Zip code')
    await expect(column('Phone')).toHaveText('Contact phone')
    await expect(column('Director')).toHaveText('Don’t import')
    await checkRows(page)
    await expect(page.getByRole('heading', { name: 'All 3,337 rows can be imported' })).toBeVisible()
    await expect(page.getByRole('group', { name: /rows repeat the name of an earlier row/ })).toBeVisible()
    await importLeads(page)
    const progress = page.getByRole('progressbar', { name: 'Import' })
    await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(150)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
    // A busy machine makes everything slower; what must not happen is work on 3,337 rows in one go.
    expect(
      await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms),
    ).toBeLessThan(600)
  })
})

test.describe('when requests fail', () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `Lead ${String(i + 1).padStart(2, '0')};"Line 1\nLine; ""${i}"""`,
  )
  const file = csvFile(`Name;Notes\n${rows.join('\n')}\n`, 'a list.csv')

  test('each failed row is named, can be saved as it was, and is retried without doubles', async ({
    page,
  }) => {
    await openImport(page, {
      fail: 'POST /lead/ 500@2, POST /lead/ 400@4, POST /lead/ network@6, POST /lead/ 429@8',
    })
    await chooseCsv(page, file)
    await checkRows(page)
    await importLeads(page)
    await imported(page, '9 leads')
    const failed = page.getByRole('table', { name: 'Failed rows' })
    await expect(failed.getByRole('row')).toHaveCount(4)
    await expect(failed).toContainText('the demo server was told to say so')
    await expect(failed).toContainText('The demo server was told to refuse this.')
    await expect(failed).toContainText('It is not known whether this lead was created')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save failed rows as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('a list - failed rows.csv')
    const saved = Papa.parse<Record<string, string>>(readFileSync(await download.path(), 'utf8'), {
      header: true,
    })
    expect(saved.meta.delimiter).toBe(';')
    expect(saved.meta.fields).toEqual(['Name', 'Notes', 'Import error'])
    expect(saved.data).toHaveLength(3)
    for (const { Name, Notes, ['Import error']: why } of saved.data) {
      expect(Notes).toBe(`Line 1\nLine; "${Number(Name?.slice(-2)) - 1}"`)
      expect(why).toBeTruthy()
    }

    await page.getByRole('button', { name: 'Retry failed rows' }).click()
    await imported(page, '12 leads')
    expect(await names(page)).toEqual(rows.map((row) => row.split(';')[0]))
  })

  test('a lost connection halts the import, and it goes on from there', async ({ page }) => {
    await openImport(page, { fail: 'POST /lead/ network' })
    await chooseCsv(page, file)
    await checkRows(page)
    await importLeads(page)
    await imported(page, '0 leads')
    await expect(page.getByText('The server could not be reached')).not.toHaveCount(0)
    await page.evaluate(() => window.__leadlightDemo?.setSwitches({ fail: '' }))
    await page.getByRole('button', { name: 'Resume' }).click()
    await imported(page, '12 leads')
    expect(await names(page)).toHaveLength(12)
  })

  test('a custom field that cannot be made stops the import before the first lead', async ({ page }) => {
    await openImport(page, { fail: 'POST /custom_field/lead/ 403@1' })
    await chooseCsv(page, csvFile('Name,Founded\nAcme,2020-01-02\n'))
    await checkRows(page)
    await importLeads(page)
    await imported(page, '0 leads')
    await expect(
      page.getByText('The custom field "Founded" could not be made, so no lead was sent.'),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Resume' }).click()
    await imported(page, '1 lead')
    expect((await leadFields(page)).get('Founded')?.type).toBe('date')
  })
})

test.describe('stopping and leaving', () => {
  const file = csvFile(`Name\n${Array.from({ length: 60 }, (_, i) => `Lead ${i}`).join('\n')}`)

  test('Cancel keeps what is done, and the rest can be resumed', async ({ page }) => {
    await openImport(page, { latency: 150 })
    await chooseCsv(page, file)
    await checkRows(page)
    await importLeads(page)
    await expect(page.getByText(/^[1-9]\d* of 60 imported/)).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText(/The import was cancelled\. \d+ rows were not sent\./)).toBeVisible()
    const done = Number.parseInt(await page.getByRole('heading', { name: /imported/ }).innerText(), 10)
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(60)
    expect(await names(page)).toHaveLength(done)
    await page.getByRole('button', { name: 'Resume' }).click()
    await imported(page, '60 leads')
    expect(new Set(await names(page)).size).toBe(60)
  })

  test('closing the tab is asked about; another page is not in the way', async ({ page }) => {
    await openImport(page, { latency: 200 })
    await chooseCsv(page, file)
    await checkRows(page)
    await importLeads(page)
    await expect(page.getByText(/^[1-9]\d* of 60 imported/)).toBeVisible()
    const asked = page.waitForEvent('dialog')
    void page.evaluate(() => location.reload())
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()

    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Leads', exact: true })
      .click()
    await expect(page.getByRole('status').filter({ hasText: 'The import goes on.' })).toBeVisible()
    const over = page.getByRole('status').filter({ hasText: '60 leads were imported.' })
    await expect(over).toBeVisible({ timeout: 30_000 })
    await over.getByRole('button', { name: 'Show' }).click()
    await imported(page, '60 leads')
    await page.reload()
    await expect(page.getByText('leads.csv: 60 of 60 rows imported.')).toBeVisible()
  })
})

test.describe('what the check asks and finds', () => {
  test('problems stand by row and column, and only what can be sent is sent', async ({ page }) => {
    await openImport(page)
    const rows = [
      'Name,Website,Email,Size',
      'Good,good.example,a@good.example,S',
      'Bad link,none at all,b@bad.example,S',
      'Bad mail,bad.example,nobody,S',
      ',nameless.example,,S',
      'Six,six.example,,L',
      'Seven,seven.example,,L',
      'Short',
    ]
    await chooseCsv(page, csvFile(rows.join('\n')))
    await checkRows(page)
    await expect(page.getByRole('heading', { name: '4 of 7 rows can be imported' })).toBeVisible()
    const problems = page.getByRole('region', { name: 'Problems' })
    const open = (text: string) => problems.locator('summary').filter({ hasText: text }).click()
    await expect(problems.locator('summary')).toHaveCount(4)
    await open('Not an email address.')
    await expect(problems.getByRole('row', { name: 'Row 4 nobody' })).toBeVisible()
    await open('Nothing says what this lead is called')
    await expect(problems.getByRole('row', { name: /^Row 5/ })).toBeVisible()
    await open('It has 1 of 4 cells')
    await importLeads(page)
    await imported(page, '4 leads')
    await expect(page.getByRole('table', { name: 'Failed rows' }).getByRole('row')).toHaveCount(4)
    await expect(page.getByRole('button', { name: 'Retry failed rows' })).toHaveCount(0)
    expect(await names(page)).toEqual(['Good', 'Seven', 'Short', 'Six'])
  })

  test('statuses, dates that can be read in two ways, new choices and leads that exist', async ({ page }) => {
    await openImport(page)
    await writeApi(page, 'POST', '/lead/', { name: 'ACME  Ltd' })
    const { id } = await writeApi<{ id: string }>(page, 'POST', '/custom_field/lead/', {
      name: 'Plan',
      type: 'choices',
      choices: ['Free'],
    })
    await page.reload()
    const rows = [
      'Name,Status,Signed,Plan',
      'Acme Ltd,Potential,3/4/2026,Free',
      'Bravo,qualified,5/6/2026,free',
      'Charlie,No such status,7/8/2026,Gold',
      'Bravo,Potential,9/10/2026,',
    ]
    await chooseCsv(page, csvFile(rows.join('\n')))
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByText('Say whether the day or the month comes first.')).toBeVisible()
    await page.getByRole('radio', { name: 'April 3, 2026 (day first)' }).check()
    await checkRows(page)

    await expect(page.getByRole('heading', { name: '2 of 4 rows can be imported' })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Add 1 choice to Plan' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Add 1 choice to Plan' }).uncheck()
    await page.getByRole('checkbox', { name: 'Add 1 choice to Plan' }).check()
    await page.getByRole('checkbox', { name: /^Use the status Potential/ }).check()
    await page
      .getByRole('group', { name: /the name of an earlier row/ })
      .getByText('Skip them')
      .click()
    await expect(page.getByText('Creates 1 custom field, 1 choice, and 2 leads.')).toBeVisible()
    await importLeads(page)
    await imported(page, '2 leads')

    const fields = await leadFields(page)
    expect(fields.get('Plan')?.choices).toEqual(['Free', 'Gold'])
    const signed = `custom.${fields.get('Signed')?.id}`
    const leads = new Map((await allLeads(page)).map((lead) => [String(lead['name']), lead]))
    expect([...leads.keys()].sort()).toEqual(['ACME  Ltd', 'Bravo', 'Charlie'])
    expect(leads.get('Bravo')).toMatchObject({
      status_label: 'Qualified',
      [signed]: '2026-06-05',
      [`custom.${id}`]: 'Free',
    })
    expect(leads.get('Charlie')).toMatchObject({ status_label: 'Potential', [`custom.${id}`]: 'Gold' })
  })

  test('a contact is put together from its columns', async ({ page }) => {
    await openImport(page)
    const text =
      'Company;First Name;Last Name;E-Mail;Tel.;PLZ;Ort;Land\nAcme;Jörg;Müller;j@acme.example;0301234567;10115;Berlin;Deutschland'
    await chooseCsv(page, csvFile(Buffer.from(text, 'latin1'), 'kunden.csv'))
    await expect(page.getByText('The file is not UTF-8 text')).toBeVisible()
    await checkRows(page)
    await importLeads(page)
    await imported(page, '1 lead')
    const [lead] = await allLeads(page)
    expect(lead).toMatchObject({
      name: 'Acme',
      addresses: [{ zipcode: '10115', city: 'Berlin', country: 'DE' }],
      contacts: [
        { name: 'Jörg Müller', emails: [{ email: 'j@acme.example' }], phones: [{ type: 'office' }] },
      ],
    })
  })
})

test.describe('files that are not what they should be', () => {
  const choose = (page: Page, content: string | Buffer, name = 'leads.csv') =>
    page.getByLabel('CSV file').setInputFiles(csvFile(content, name))

  test('are refused with what to do, and the next one may follow', async ({ page }) => {
    await openImport(page)
    await choose(page, '')
    await expect(page.getByRole('alert')).toHaveText('The file is empty.')
    await choose(page, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'leads.xlsx')
    await expect(page.getByRole('alert')).toContainText('save it as CSV')
    await choose(page, 'Name,URL\n')
    await expect(page.getByRole('alert')).toHaveText('The file has headers but no rows.')
    await choose(page, 'Name,,Name\nAcme,x,y\nOpen,"never closed\nand on')
    await expect(page.getByText('In row 3 a quoted cell never ends.')).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Column 2' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Name (2)' })).toBeVisible()
    await checkRows(page)
    await importLeads(page)
    await imported(page, '2 leads')
  })

  test('a wrong separator can be put right', async ({ page }) => {
    await openImport(page)
    await chooseCsv(page, csvFile('Name|City, state|URL, if any\nAcme|Leeds, UK|acme.example'))
    await page.locator('summary').filter({ hasText: 'How the file was read' }).click()
    await page.getByRole('radio', { name: 'Comma' }).check()
    await expect(page.getByRole('combobox')).toHaveCount(3)
    await expect(page.getByRole('combobox', { name: 'Name|City', exact: true })).toBeVisible()
    await page.getByRole('radio', { name: 'Pipe' }).check()
    await expect(page.getByRole('combobox', { name: 'City, state', exact: true })).toBeVisible()
  })
})

test.describe('for everyone', () => {
  const file = csvFile(
    'Name,Website,Since\nAcme,acme.example,1/2/2026\nBravo,b.example,3/1/2026\nBad,nowhere to go,2/1/2026',
  )

  test('the whole import works by keyboard, and the focus follows the steps', async ({ page }) => {
    await openImport(page)
    await page.getByLabel('CSV file').focus()
    await page.getByLabel('CSV file').setInputFiles(file)
    await expect(page.getByRole('heading', { name: 'What is in each column?' })).toBeFocused()
    const press = async (name: string, key = 'Enter') => {
      const target = page.getByRole('button', { name, exact: true })
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press('Tab')
        if (await target.evaluate((element) => element === document.activeElement)) break
      }
      await expect(target).toBeFocused()
      await page.keyboard.press(key)
    }
    await press('Check')
    await expect(page.getByRole('combobox', { name: 'Since' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await press('Check')
    await expect(page.getByRole('heading', { name: '2 of 3 rows can be imported' })).toBeFocused()
    await press('Import leads')
    await expect(page.getByRole('heading', { name: '2 leads imported' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/leads$/)
  })

  test('no step has anything that axe objects to', async ({ page }) => {
    test.setTimeout(90_000)
    await openImport(page)
    await expectAccessible(page)
    await chooseCsv(page, file)
    await page.getByRole('button', { name: 'Check' }).click()
    await expectAccessible(page)
    await page.getByRole('radio').first().check()
    await checkRows(page)
    await expectAccessible(page)
    await importLeads(page)
    await imported(page, '2 leads')
    await expectAccessible(page)
    const { data } = await readApi<{ data: ApiLead[] }>(page, '/lead/')
    expect(data).toHaveLength(2)
  })
})
