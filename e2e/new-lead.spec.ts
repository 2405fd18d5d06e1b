import { expect, test, type Page } from '@playwright/test'

import { demoReady, readApi, writeApi, type ApiLead } from './api.ts'
import { expectAccessible } from './axe.ts'

async function openForm(page: Page, { leads = 0, fail = '', latency = 0 } = {}) {
  await page.goto(
    `/leads/new?demo-leads=${leads}&demo-latency=${latency}&demo-fail=${encodeURIComponent(fail)}`,
  )
  await demoReady(page)
  const form = page.getByRole('form', { name: 'New lead' })
  await expect(form).toBeVisible()
  return {
    form,
    name: form.getByRole('textbox', { name: 'Name', exact: true }),
    create: form.getByRole('button', { name: 'Create lead' }),
  }
}

const allLeads = async (page: Page) => (await readApi<{ data: ApiLead[] }>(page, '/lead/')).data

test.describe('making a lead', () => {
  test('with contacts, an address and custom fields; only what was filled in is sent', async ({ page }) => {
    const { form, name, create } = await openForm(page, { leads: 5 })
    const sent: unknown[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/lead/')) sent.push(request.postDataJSON())
    })
    await expect(name).toBeFocused()
    await name.fill('Northwind Bakery')
    await form.getByRole('textbox', { name: 'URL' }).fill('northwind.example')
    await form.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Qualified' })
    await form.getByRole('textbox', { name: 'Description' }).fill('From the fair.\nCall in May.')

    await form.getByRole('button', { name: 'Add contact' }).click()
    const contact = form.getByRole('group', { name: 'Contact 1' })
    await expect(contact.getByRole('textbox', { name: 'Contact name' })).toBeFocused()
    await contact.getByRole('textbox', { name: 'Contact name' }).fill('Asha Verma')
    await contact.getByRole('textbox', { name: 'Email' }).fill('asha@northwind.example')
    await contact.getByRole('button', { name: 'Add email' }).click()
    await contact.getByRole('textbox', { name: 'Email 2' }).fill('a@private.example')
    await contact.getByRole('combobox', { name: 'Type of email 2' }).selectOption('home')

    await form.getByRole('button', { name: 'Add address' }).click()
    const address = form.getByRole('group', { name: 'Address 1' })
    await address.getByRole('textbox', { name: 'City' }).fill('Leeds')
    await address.getByRole('combobox', { name: 'Country' }).selectOption({ label: 'United Kingdom' })

    await form.getByRole('combobox', { name: 'Industry' }).fill('reta')
    await page.keyboard.press('Enter')
    await form.getByRole('textbox', { name: 'Employees' }).fill('1,200')
    await form.getByRole('textbox', { name: 'Renewal date' }).fill('2027-01-31')
    const systems = form.getByRole('group', { name: 'Systems' })
    await systems.getByRole('combobox', { name: 'Add Systems' }).click()
    const [first, second] = await page
      .getByRole('listbox', { name: 'Systems' })
      .getByRole('option')
      .allInnerTexts()
    for (const choice of [first, second]) {
      await systems.getByRole('combobox', { name: 'Add Systems' }).fill(choice ?? '')
      await page.keyboard.press('Enter')
    }
    await create.click()

    await expect(page).toHaveURL(/\/leads\/lead_/)
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toContainText('Northwind Bakery')
    expect(sent).toHaveLength(1)
    const { fields } = await readApi<{ fields: { id: string; name: string }[] }>(
      page,
      '/custom_field_schema/lead/',
    )
    const key = (label: string) => `custom.${fields.find((field) => field.name === label)?.id}`
    expect(sent[0]).toEqual({
      name: 'Northwind Bakery',
      url: 'northwind.example',
      description: 'From the fair.\nCall in May.',
      status_id: expect.stringMatching(/^stat_/),
      contacts: [
        {
          name: 'Asha Verma',
          emails: [
            { type: 'office', email: 'asha@northwind.example' },
            { type: 'home', email: 'a@private.example' },
          ],
        },
      ],
      addresses: [{ label: 'business', city: 'Leeds', country: 'GB' }],
      [key('Industry')]: 'Retail',
      [key('Employees')]: 1200,
      [key('Renewal date')]: '2027-01-31',
      [key('Systems')]: [first, second],
    })
    const made = (await allLeads(page)).find((lead) => lead['name'] === 'Northwind Bakery')
    expect(made).toMatchObject({ status_label: 'Qualified' })
  })

  test('by keyboard alone, with Ctrl and Enter from any input', async ({ page }) => {
    await openForm(page)
    await page.keyboard.type('Acme')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('In the description')
    await page.keyboard.press('Control+Enter')
    await expect(page).toHaveURL(/\/leads\/lead_/)
    expect(await allLeads(page)).toMatchObject([{ name: 'Acme', description: 'In the description' }])
  })

  test('a double click makes one', async ({ page }) => {
    const { name, create } = await openForm(page, { latency: 300 })
    await name.fill('Acme')
    await create.dblclick()
    await expect(create).toHaveAttribute('aria-busy', 'true')
    await expect(page).toHaveURL(/\/leads\/lead_/)
    expect(await allLeads(page)).toHaveLength(1)
  })
})

test.describe('what the server refuses', () => {
  test('stands at the inputs it is about, the first has the focus, and nothing typed is lost', async ({
    page,
  }) => {
    const { form, name, create } = await openForm(page)
    await name.fill('Acme')
    await form.getByRole('textbox', { name: 'URL' }).fill('http://')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await form.getByRole('button', { name: 'Add contact' }).click()
    const second = form.getByRole('group', { name: 'Contact 2' })
    await second.getByRole('textbox', { name: 'Contact name' }).fill('Asha')
    await second.getByRole('button', { name: 'Add email' }).click()
    await second.getByRole('textbox', { name: 'Email 2' }).fill('asha@nowhere')
    await create.click()
    const url = form.getByRole('textbox', { name: 'URL', exact: true })
    await expect(url).toBeFocused()
    await expect(url).toHaveAccessibleDescription('Invalid URL.')
    const email = second.getByRole('textbox', { name: 'Email 2' })
    await expect(email).toHaveAccessibleDescription('Invalid email address.')
    await expect(email).toHaveValue('asha@nowhere')
    await url.fill('acme.example')
    await email.fill('asha@acme.example')
    await create.click()
    await expect(page).toHaveURL(/\/leads\/lead_/)
    expect(await allLeads(page)).toMatchObject([
      { name: 'Acme', contacts: [{ name: 'Asha', emails: [{ email: 'asha@acme.example' }] }] },
    ])
  })

  test('and belongs to no input stands by the button', async ({ page }) => {
    const { name, create } = await openForm(page, { fail: 'POST /lead/ 400@1' })
    await name.fill('Acme')
    await create.click()
    await expect(page.getByRole('alert')).toHaveText('The demo server was told to refuse this.')
    await expect(name).toHaveValue('Acme')
    await create.click()
    await expect(page).toHaveURL(/\/leads\/lead_/)
    expect(await allLeads(page)).toHaveLength(1)
  })

  test('a lead without a name is not even sent', async ({ page }) => {
    const { name, create } = await openForm(page)
    await create.click()
    await expect(name).toBeFocused()
    await expect(name).toHaveAccessibleDescription('Give a name, or add a contact that has one.')
    expect(await allLeads(page)).toHaveLength(0)
  })
})

test.describe('an answer that never came', () => {
  test('is told, the lead is looked for, and it is sent again only when it is not there', async ({
    page,
  }) => {
    const { name, create } = await openForm(page, { fail: 'POST /lead/ network@1' })
    await name.fill('Acme')
    await create.click()
    await expect(page.getByRole('alert')).toContainText('It is not known whether the lead was created.')
    await page.getByRole('button', { name: 'Look for it' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'No such lead is there yet.' })).toBeVisible()
    await create.click()
    await expect(page).toHaveURL(/\/leads\/lead_/)
    expect(await allLeads(page)).toHaveLength(1)
  })

  test('the lead that had arrived is found and not made a second time', async ({ page }) => {
    const { name, create } = await openForm(page)
    await writeApi(page, 'POST', '/lead/', { name: 'Other' })
    await name.fill('Acme')
    // The request arrives, its answer does not.
    await page.evaluate(() => {
      const fetch = window.fetch.bind(window)
      window.fetch = async (input, init) => {
        const answer = await fetch(input, init)
        if (init?.method !== 'POST' || input !== '/api/v1/lead/') return answer
        window.fetch = fetch
        throw new TypeError('Failed to fetch')
      }
    })
    await create.click()
    await expect(page.getByRole('alert')).toContainText('It is not known whether the lead was created.')
    await create.click()
    await expect(page.getByText('It did arrive:')).toBeVisible()
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect(page).toHaveURL(/\/leads\/lead_/)
    await expect(page.getByRole('complementary', { name: 'Lead details' })).toContainText('Acme')
    expect((await allLeads(page)).map((lead) => String(lead['name'])).sort()).toEqual(['Acme', 'Other'])
  })
})

test.describe('a lead that exists already', () => {
  test('is pointed out by name, domain or e-mail, and keeps nobody from making another', async ({ page }) => {
    const { form, name, create } = await openForm(page)
    const existing = await writeApi<ApiLead>(page, 'POST', '/lead/', {
      name: 'Bluth Company',
      url: 'https://www.bluth.example/about',
      contacts: [{ name: 'Michael', emails: [{ email: 'michael@bluth.example' }] }],
    })
    const warning = page.getByRole('status').filter({ hasText: 'A lead with this name' })
    const link = warning.getByRole('link', { name: 'Bluth Company' })
    await name.fill('bluth company')
    await expect(link).toHaveAttribute('href', `/leads/${existing.id}`)
    await name.fill('Another')
    await expect(warning).toBeHidden()
    await form.getByRole('textbox', { name: 'URL' }).fill('bluth.example')
    await expect(link).toBeVisible()
    await form.getByRole('textbox', { name: 'URL' }).fill('')
    await expect(warning).toBeHidden()
    await form.getByRole('button', { name: 'Add contact' }).click()
    await form.getByRole('textbox', { name: 'Email' }).fill('michael@bluth.example')
    await expect(link).toBeVisible()
    await expectAccessible(page)

    await link.click()
    await expect(page).toHaveURL(new RegExp(existing.id))
    await page.goBack()
    await expect(form.getByText('Draft restored')).toBeVisible()
    await expect(name).toHaveValue('Another')
    await create.click()
    await expect(page).not.toHaveURL(/\/leads\/new/)
    expect(await allLeads(page)).toHaveLength(2)
  })
})

test.describe('a draft', () => {
  test('survives leaving and reloading, and can be discarded', async ({ page }) => {
    const { form, name } = await openForm(page)
    await name.fill('Half a lead')
    await form.getByRole('button', { name: 'Add contact' }).click()
    await form.getByRole('textbox', { name: 'Contact name' }).fill('Asha')
    await form.getByRole('button', { name: 'Cancel' }).click()
    await expect(page).toHaveURL(/\/leads$/)
    await page.getByRole('button', { name: 'New lead' }).click()
    await expect(form.getByText('Draft restored')).toBeVisible()
    await page.reload()
    await expect(name).toHaveValue('Half a lead')
    await expect(form.getByRole('textbox', { name: 'Contact name' })).toHaveValue('Asha')

    await form.getByRole('button', { name: 'Discard draft' }).click()
    await expect(name).toHaveValue('')
    await expect(name).toBeFocused()
    await expect(form.getByRole('group', { name: 'Contact 1' })).toHaveCount(0)
    await page.reload()
    await expect(form).toBeVisible()
    await expect(form.getByText('Draft restored')).toHaveCount(0)
  })

  test('is over once the lead is there', async ({ page }) => {
    const { form, name, create } = await openForm(page)
    await name.fill('Acme')
    await create.click()
    await expect(page).toHaveURL(/\/leads\/lead_/)
    await page.goto('/leads/new')
    await expect(form).toBeVisible()
    await expect(name).toHaveValue('')
  })
})

test('the form says when its statuses and fields cannot be loaded, and tries again', async ({ page }) => {
  await page.goto(
    `/leads/new?demo-leads=0&demo-fail=${encodeURIComponent('GET /custom_field_schema/lead/ 500')}`,
  )
  await expect(page.getByRole('alert')).toContainText('The form could not be prepared', { timeout: 20_000 })
  await page.evaluate(() => window.__leadlightDemo?.setSwitches({ fail: '' }))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('form', { name: 'New lead' })).toBeVisible()
})
