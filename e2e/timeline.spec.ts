import { expect, test, type Locator, type Page } from '@playwright/test'

import { writeApi } from './api.ts'
import { expectAccessible, PANE } from './axe.ts'
import { failing, makeLead, openPane, setSwitches } from './lead-pane-setup.ts'
import { makeActivity, makeNotes, openActivity } from './timeline-setup.ts'

const HOUR = 3_600_000

/** The headlines on screen, from the top. */
async function titles(activity: Locator): Promise<string[]> {
  const articles = activity.getByRole('article')
  const found = await articles.evaluateAll((elements) =>
    elements
      .map((element) => ({
        top: element.getBoundingClientRect().top,
        title: document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
      }))
      .sort((a, b) => a.top - b.top),
  )
  return found.map(({ title }) => title)
}

function makeBluth(page: Page) {
  return makeLead(page, {
    name: 'Sitwell Housing',
    contacts: [{ name: 'Stan Sitwell', emails: [{ type: 'office', email: 'stan@sitwell.example' }] }],
  })
}

test.describe('reading what happened on a lead', () => {
  test('shows each kind of activity in words, by day, the latest first', async ({ page }) => {
    const lead = await makeBluth(page)
    const contactId = lead.contacts[0]?.id
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()
    await makeActivity(page, lead.id, 'note', { note: 'Wants samples.', activity_at: ago(24 * 400) })
    await makeActivity(page, lead.id, 'call', {
      direction: 'outbound',
      disposition: 'vm-left',
      duration: 33,
      contact_id: contactId,
      activity_at: ago(30 * 24),
    })
    await makeActivity(page, lead.id, 'email', {
      status: 'inbox',
      sender: 'Stan <stan@sitwell.example>',
      to: ['sales@leadlight.example'],
      subject: 'Our offer',
      body_text: 'Please find it attached.',
      body_html: '<p>Please find it attached.</p>',
    })
    await makeActivity(page, lead.id, 'sms', { status: 'inbox', contact_id: contactId, text: 'OK' })
    const task = await writeApi<{ id: string }>(page, 'POST', '/task/', { lead_id: lead.id, text: 'Send it' })
    await writeApi(page, 'PUT', `/task/${task.id}/`, { is_complete: true })
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { status: 'Qualified' })

    const activity = await openActivity(page, lead.id)
    await expect(activity.getByRole('article', { name: 'Lead created' })).toBeVisible()
    expect(await titles(activity)).toEqual([
      'Status: Potential → Qualified',
      'Completed task: Send it',
      'Text from Stan Sitwell',
      'Email from Stan Sitwell',
      'Lead created',
      'Called Stan Sitwell',
      'Note',
    ])
    await expect(activity.getByRole('heading', { level: 3 })).toHaveText([
      'Today',
      /^\w{3}, \w+ \d+(, \d{4})?$/,
      /^\w{3}, \w+ \d+, \d{4}$/,
    ])
    const call = activity.getByRole('article', { name: 'Called Stan Sitwell' })
    await expect(call).toContainText('Left a voicemail · 33 s')
    const email = activity.getByRole('article', { name: 'Email from Stan Sitwell' })
    await expect(email).toContainText('Our offer — Please find it attached.')
    await expect(email.getByRole('time')).toHaveText('just now')
    await expect(email.getByRole('time')).toHaveAttribute('title', /GMT\+1$|Central European/)
  })

  test('opens an activity where it stands, by pointer and by key', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeActivity(page, lead.id, 'note', {
      note_html: '<body><p>Open <strong>points</strong></p><ul><li>Delivery on Mondays</li></ul></body>',
    })
    await makeActivity(page, lead.id, 'sms', { status: 'inbox', text: 'See https://sitwell.example/plan.' })
    const activity = await openActivity(page, lead.id)
    const text = activity.getByRole('button', { name: /^Text from/ })
    await text.focus()
    await page.keyboard.press('Enter')
    await expect(text).toHaveAttribute('aria-expanded', 'true')
    await expect(activity.getByRole('link', { name: 'https://sitwell.example/plan' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    )
    await page.keyboard.press('ArrowDown')
    const note = activity.getByRole('button', { name: 'Note', exact: true })
    await expect(note).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(activity.getByRole('listitem').filter({ hasText: 'Delivery on Mondays' })).toBeVisible()
    await note.click()
    await expect(activity.getByRole('listitem')).toHaveCount(0)
  })

  test('narrows it by type and by person, at once with what is known', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeActivity(page, lead.id, 'note', { note: 'A note' })
    await makeActivity(page, lead.id, 'call', { direction: 'inbound', note: 'A call' })
    const activity = await openActivity(page, lead.id)
    await expect(activity.getByRole('article')).toHaveCount(3)
    await setSwitches(page, { latency: 4_000 })
    await activity.getByRole('combobox', { name: 'Type' }).click()
    await page.getByRole('option', { name: 'Calls' }).click()
    await expect(activity.getByRole('article')).toHaveCount(1, { timeout: 2_000 })
    await setSwitches(page, { latency: 0 })
    await expect(activity.getByRole('group', { name: 'Loading activity' })).toBeHidden()
    await expect(activity.getByRole('article', { name: /^Call from/ })).toBeVisible()

    await activity.getByRole('combobox', { name: 'Person' }).click()
    await page.getByRole('option', { name: /^Priya/ }).click()
    await expect(activity.getByRole('heading', { name: 'No such activity' })).toBeVisible()
    await activity.getByRole('button', { name: 'Show all activity' }).click()
    await expect(activity.getByRole('article')).toHaveCount(3)

    await activity.getByLabel('Up to').fill('2001-01-01')
    await expect(activity.getByRole('heading', { name: 'No such activity' })).toBeVisible()
  })

  test('goes on to older activity as one scrolls, and searches what is loaded', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeNotes(page, lead.id, 230)
    const activity = await openActivity(page, lead.id)
    await expect(activity.getByRole('article', { name: 'Lead created' })).toBeVisible()
    const search = activity.getByRole('searchbox', { name: 'Search activity' })
    await search.fill('note 0229')
    await expect(activity.getByRole('article')).toHaveCount(1)
    await search.fill('note 0077')
    await expect(activity.getByRole('status')).toHaveText(
      'No match among the 100 latest. Older activity is not searched yet.',
    )
    await activity.getByRole('button', { name: 'Search older' }).click()
    await expect(activity.getByRole('article')).toContainText('Note 0077')
    await expect(activity.getByRole('status')).toContainText('1 match among the 200 latest.')
    await activity.getByRole('button', { name: 'Search older' }).click()
    await expect(activity.getByRole('status')).toHaveText('1 match in all of this lead’s activity.')

    await page.reload()
    const again = await openActivity(page, lead.id)
    await expect(again.getByRole('article').first()).toBeVisible()
    const oldest = again.getByRole('article').filter({ hasText: /Note 0001$/ })
    await expect(async () => {
      await page.mouse.move(1200, 600)
      await page.mouse.wheel(0, 6_000)
      await expect(oldest).toBeVisible({ timeout: 300 })
    }).toPass()
    expect(await again.getByRole('article').count()).toBeLessThan(60)
    await expect(again.getByRole('button', { name: 'Load older' })).toHaveCount(0)
    await expect(page.getByRole('tab', { name: 'Activity' })).toBeInViewport()
  })

  test('says when it cannot be read, and reads it again', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeNotes(page, lead.id, 120)
    const activity = await openActivity(page, lead.id, failing('GET /activity/* 500'))
    await expect(activity.getByRole('alert')).toContainText('The activity could not be loaded')
    await setSwitches(page, { fail: '' })
    await activity.getByRole('button', { name: 'Try again' }).click()
    await expect(activity.getByRole('article', { name: 'Lead created' })).toBeVisible()

    await setSwitches(page, { fail: 'GET /activity/* 500' })
    await activity.getByRole('button', { name: 'Load older' }).scrollIntoViewIfNeeded()
    await expect(activity.getByRole('alert')).toContainText('Older activity could not be loaded.')
    await setSwitches(page, { fail: '' })
    await activity.getByRole('button', { name: 'Try again' }).click()
    await expect(activity.getByRole('alert')).toHaveCount(0)
    await expect(activity.getByRole('button', { name: /Load older|Try again/ })).toHaveCount(0)
  })

  test('without a network shows what was read before, and says so', async ({ page, context }) => {
    const lead = await makeBluth(page)
    await makeNotes(page, lead.id, 3)
    await makeActivity(page, lead.id, 'call', { direction: 'inbound', note: 'A call' })
    const activity = await openActivity(page, lead.id)
    await expect(activity.getByRole('article')).toHaveCount(5)
    await setSwitches(page, { fail: 'GET * network' })
    await context.setOffline(true)
    const choose = async (type: string) => {
      await activity.getByRole('combobox', { name: 'Type' }).click()
      await page.getByRole('option', { name: type }).click()
    }
    await choose('Notes')
    await expect(activity.getByRole('article')).toHaveCount(3)
    const note = activity.getByRole('status').filter({ hasText: 'offline' })
    await expect(note).toContainText('You are offline. This is what was known before.')
    const search = activity.getByRole('searchbox', { name: 'Search activity' })
    await search.fill('Note 0002')
    await expect(activity.getByRole('status').filter({ hasText: 'match' })).toHaveText(
      '1 match in what was known before.',
    )
    await search.fill('nobody wrote this')
    await expect(activity.getByRole('article')).toHaveCount(0)
    await expect(activity.getByRole('heading', { name: 'No such activity' })).toHaveCount(0)
    await search.fill('')

    // Nothing of this kind is known, which is not to say that there is nothing.
    await choose('Meetings')
    await expect(activity.getByRole('alert')).toContainText('You are offline')
    await setSwitches(page, { fail: '' })
    await activity.getByRole('button', { name: 'Try again' }).click()
    await expect(activity.getByRole('heading', { name: 'No such activity' })).toBeVisible()
    await choose('Notes')
    await context.setOffline(false)
    await expect(note).toHaveCount(0)
    await expect(activity.getByRole('article')).toHaveCount(3)
  })

  test('is there over a reload without a network', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeNotes(page, lead.id, 3)
    const activity = await openActivity(page, lead.id)
    await expect(activity.getByRole('article')).toHaveCount(4)
    await page.waitForTimeout(1_500) // what was read is on disk
    const again = await openActivity(page, lead.id, failing('GET * network'))
    await expect(again.getByRole('article')).toHaveCount(4)
    await expect(again.getByRole('article').filter({ hasText: 'Note 0003' })).toBeVisible()
  })

  test('without a network and with nothing read says when it will be there', async ({ page, context }) => {
    const lead = await makeBluth(page)
    const activity = await openActivity(page, lead.id, failing('GET /activity/* network'))
    await expect(activity.getByRole('alert')).toContainText('The server could not be reached.')
    await context.setOffline(true)
    await expect(activity.getByRole('alert')).toContainText('You are offline')
    await expect(activity.getByRole('alert')).toContainText('It shows when the connection is back.')
    await expect(activity.getByRole('button', { name: 'Try again' })).toBeVisible()
    await setSwitches(page, { fail: '' })
    await context.setOffline(false)
    await expect(activity.getByRole('article', { name: 'Lead created' })).toBeVisible()
    await expect(activity.getByRole('alert')).toHaveCount(0)
  })

  test('keeps its place while one looks at another part of the lead', async ({ page }) => {
    const lead = await makeBluth(page)
    await makeNotes(page, lead.id, 60)
    const activity = await openActivity(page, lead.id)
    const middle = activity.getByRole('article').filter({ hasText: /Note 0030$/ })
    await activity.getByRole('article').first().hover()
    await expect(async () => {
      await page.mouse.wheel(0, 300)
      await expect(middle).toBeInViewport({ timeout: 200 })
    }).toPass()
    await activity.page().getByRole('tab', { name: 'Details' }).click()
    await expect(page.getByRole('combobox', { name: 'Status' })).toBeInViewport()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Activity' })).toBeFocused()
    await expect(middle).toBeInViewport()
  })

  test('is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the pane twice
    const lead = await makeBluth(page)
    await makeActivity(page, lead.id, 'note', { note_html: '<body><h1>Points</h1><p>One</p></body>' })
    await makeActivity(page, lead.id, 'call', { direction: 'outbound', note: 'A call' })
    const activity = await openActivity(page, lead.id)
    await activity.getByRole('button', { name: 'Note', exact: true }).click()
    await expectAccessible(page, PANE)
  })
})

test.describe('a hostile e-mail', () => {
  test('shows its text, and nothing in it acts or loads', async ({ page }) => {
    const outside: string[] = []
    page.on('request', (request) => {
      const { hostname } = new URL(request.url())
      if (hostname !== 'localhost' && hostname !== '') outside.push(request.url())
    })
    page.on('dialog', () => outside.push('a dialog'))
    const lead = await makeBluth(page)
    await makeActivity(page, lead.id, 'email', {
      status: 'inbox',
      sender: 'mallory@evil.example',
      to: [],
      subject: '<img src=x onerror=alert(1)>',
      body_html: `
        <style>* { display: none } body { background: url(https://evil.example/s.gif) }</style>
        <base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
        <p onclick="alert(1)" style="position:fixed;inset:0;background:url(https://evil.example/b.gif)">Good news</p>
        <script>alert(1)</script><svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg>
        <iframe src="https://evil.example/"></iframe><object data="https://evil.example/"></object>
        <form action="https://evil.example/"><input name="key" autofocus onfocus="alert(1)"><button>Go</button></form>
        <img src="https://evil.example/pixel.gif" alt="Logo" srcset="https://evil.example/2.gif 2x" onerror="alert(1)">
        <img src="x" onerror="alert(1)"><video src="https://evil.example/v.mp4" autoplay></video>
        <a href="javascript:alert(1)">Bad link</a> <a href=" java&#10;script:alert(1)">Worse link</a>
        <a href="https://good.example/?a=1">Good link</a> <a href="tel:+49301234">Call</a>
        <div id="root" class="fixed inset-0">Clobber</div>
        <div class="gmail_quote">On Monday Stan wrote: <blockquote>Older mail</blockquote></div>
        <math><mtext><table><mglyph><style><img src=x onerror=alert(1)>`,
    })
    const activity = await openActivity(page, lead.id)
    await activity.getByRole('button', { name: 'Email from mallory@evil.example' }).click()
    const body = activity.locator('.rich-text')
    await expect(body.getByText('Good news')).toBeVisible()
    const found = await body.evaluate((element) => ({
      tags: [...new Set([...element.querySelectorAll('*')].map((child) => child.localName))].sort(),
      attributes: [
        ...new Set([...element.querySelectorAll('*')].flatMap((child) => child.getAttributeNames())),
      ].sort(),
    }))
    expect(
      found.tags.filter((tag) =>
        /script|style|svg|math|iframe|object|form|input|button|video|base|meta/.test(tag),
      ),
    ).toEqual([])
    expect(found.attributes).toEqual(['alt', 'data-address', 'hidden', 'href', 'rel', 'target', 'title'])
    await expect(body.getByText('Bad link')).not.toHaveAttribute('href')
    await expect(body.getByText('Worse link')).not.toHaveAttribute('href')
    const good = body.getByRole('link', { name: 'Good link' })
    await expect(good).toHaveAttribute('target', '_blank')
    await expect(good).toHaveAttribute('rel', 'noopener noreferrer')
    await expect(body.getByRole('link', { name: 'Call' })).toHaveAttribute('href', 'tel:+49301234')

    await expect(body.getByText('Older mail')).toBeHidden()
    await body.getByText('Quoted text').click()
    await expect(body.getByText('Older mail')).toBeVisible()
    expect(outside).toEqual([])

    await page.route('https://evil.example/**', (route) => route.abort())
    await activity.getByRole('button', { name: 'Load 1 remote picture' }).click()
    await expect(body.getByRole('link', { name: 'Logo' })).toBeVisible()
    expect(outside).toEqual(['https://evil.example/pixel.gif'])
  })
})

test.describe('who changed what', () => {
  test('tells of one field at that field, and of all of them in a list', async ({ page }) => {
    const lead = await makeBluth(page)
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { status: 'Qualified', url: 'https://one.example' })
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://two.example' })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('group', { name: 'Status' }).hover()
    await pane.getByRole('button', { name: 'History of Status' }).click()
    const history = page.getByRole('dialog', { name: 'History of Status' })
    await expect(history.getByRole('listitem')).toHaveText([/Robin Hale.*Potential.*Qualified/])
    await expect(history).toContainText('30 days')
    await page.keyboard.press('Escape')
    await expect(history).toBeHidden()

    await pane.getByRole('tab', { name: 'Changes' }).click()
    const changes = pane.getByRole('region', { name: 'Changes of the lead' })
    await expect(changes.getByRole('listitem').first()).toContainText('https://one.example')
    await expect(changes.getByRole('listitem').first()).toContainText('https://two.example')
    await changes.getByRole('combobox', { name: 'Changed field' }).click()
    await page.getByRole('option', { name: 'Status' }).click()
    await expect(changes.getByRole('listitem')).toHaveCount(1)

    await setSwitches(page, { fail: 'GET /event/* 500' })
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { url: 'https://three.example' })
    const again = await openPane(page, lead.id, failing('GET /event/* 500'))
    await again.getByRole('tab', { name: 'Changes' }).click()
    await expect(again.getByRole('alert')).toContainText('The changes could not be loaded.')
    await setSwitches(page, { fail: '' })
    await again.getByRole('button', { name: 'Try again' }).click()
    await expect(again.getByRole('listitem').filter({ hasText: 'https://three.example' })).toBeVisible()
  })

  test('is accessible, in light and in dark', async ({ page }) => {
    test.slow() // axe reads the pane twice
    const lead = await makeBluth(page)
    await writeApi(page, 'PUT', `/lead/${lead.id}/`, { status: 'Qualified', url: 'https://one.example' })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('tab', { name: 'Changes' }).click()
    await expect(pane.getByRole('listitem').filter({ hasText: 'Qualified' })).toBeVisible()
    await expectAccessible(page, PANE)
  })
})

test.describe('taking a lead along', () => {
  test('copies a summary as text and as HTML, and prints it without the app', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const lead = await makeLead(page, {
      name: 'Sitwell & <Sons>',
      contacts: [{ name: 'Stan', phones: [{ type: 'mobile', phone: '+1 949-555-0143' }] }],
    })
    await makeActivity(page, lead.id, 'note', { note: 'Wants samples.' })
    const pane = await openPane(page, lead.id)
    await pane.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Copy summary' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Summary copied' })).toBeVisible()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return { text: await read('text/plain'), html: await read('text/html') }
    })
    expect(copied.text).toContain('Sitwell & <Sons>\nStatus: Potential')
    expect(copied.text).toMatch(/Contacts\n- Stan\n {2}\+1 949.555.0143 \(mobile\)/)
    expect(copied.text).toContain('Wants samples.')
    expect(copied.html).toContain('Sitwell &amp; &lt;Sons&gt;')

    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', document.title)
    })
    await pane.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Print summary' }).click()
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'Sitwell & <Sons>')
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.printed-summary')).toBeVisible()
    await expect(pane).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(page.locator('.printed-summary')).toHaveCount(0)
    await expect(page).toHaveTitle(/Leadlight$/)
  })

  test('says what time it is there, and says nothing when that is not known', async ({ page }) => {
    const lead = await makeLead(page, {
      name: 'Far away',
      addresses: [{ label: 'business', city: 'Tokyo', country: 'JP' }],
    })
    const pane = await openPane(page, lead.id)
    const there = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'Asia/Tokyo' })
    await expect(pane.getByText(/ there/)).toContainText(there.format(new Date()))
    await expect(pane.getByTitle('Japan Standard Time, by the address (JP)')).toBeVisible()
    const nowhere = await makeLead(page, {
      name: 'Nowhere',
      addresses: [{ label: 'business', country: 'US' }],
    })
    const other = await openPane(page, nowhere.id)
    await expect(other.getByRole('tab', { name: 'Details' })).toBeVisible()
    await expect(other.getByText(/ there/)).toHaveCount(0)
  })
})
