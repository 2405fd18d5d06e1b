import { expect, type Locator, type Page, type Request, type Route } from '@playwright/test'

import { ENGINE } from './live-servers.ts'

/** A key that the engine takes, as it takes any; recognisable wherever it turns up. */
export const KEY = 'api_1Fhxv0wSeCrEtLoOkInG12.4mtZqk8TeLlTaLeKeY0000'

/** Every request of the live app. */
export const API = '**/api/v1/**'

const grid = (page: Page) => page.getByRole('grid', { name: 'Leads' })

/** Opens an address of the live app and signs in there. */
export async function openSignedIn(page: Page, path = '/leads', { keep = false } = {}): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Sign in to Leadlight' })).toBeVisible()
  await enterKey(page, KEY, { keep })
  await expect(page.getByRole('heading', { name: 'Sign in to Leadlight' })).toBeHidden()
}

/** Opens the table as after a reload of a tab that keeps the key. */
export async function openWithKey(page: Page): Promise<void> {
  await page.addInitScript((key) => sessionStorage.setItem('leadlight:production:key', key), KEY)
  await page.goto('/leads')
}

/** Types a key into the sign-in page or dialog, and sends it. */
export async function enterKey(page: Page | Locator, key: string, { keep = false } = {}): Promise<void> {
  await page.getByLabel('API key').fill(key)
  if (keep) await page.getByRole('checkbox', { name: 'Keep me signed in on this tab' }).check()
  await page.getByRole('button', { name: /^(Sign in|Try again)$/ }).click()
}

/** Waits for the rows of the table. */
export async function expectTable(page: Page): Promise<void> {
  await expect(grid(page).getByRole('link').first()).toBeVisible()
}

/** Opens the pane of the first lead of the table, whole. */
export async function openFirstLead(page: Page): Promise<Locator> {
  await expectTable(page)
  await grid(page).getByRole('link').first().click()
  const pane = page.getByRole('complementary', { name: 'Lead details' })
  await expect(pane).toHaveAttribute('aria-busy', 'false')
  return pane
}

/** Answers the named requests with `answer` and lets all others through; tells how often. */
export async function fault(
  page: Page,
  wants: (method: string, path: string) => boolean,
  answer: (route: Route, count: number) => Promise<void>,
): Promise<{ count: number; stop: () => void }> {
  const state = { count: 0, isOn: true, stop: () => void (state.isOn = false) }
  await page.route(API, async (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname.replace('/api/v1', '')
    if (!state.isOn || !wants(request.method(), path)) return route.fallback()
    state.count += 1
    return answer(route, state.count)
  })
  return state
}

export const unauthorized = (route: Route) =>
  route.fulfill({ status: 401, contentType: 'application/json', body: '{"error": "Unauthorized"}' })

/** The requests of one kind from now on. */
export function requestsTo(page: Page, method: string, path: string): Request[] {
  const found: Request[] = []
  page.on('request', (request) => {
    if (request.method() === method && new URL(request.url()).pathname.startsWith(`/api/v1${path}`))
      found.push(request)
  })
  return found
}

/** What the engine holds of the lead in the pane, past all faults and proxies. */
export function stored(page: Page): Promise<Record<string, unknown>> {
  return askEngine('GET', `/lead/${new URL(page.url()).pathname.split('/').at(-1)}/`)
}

/** The names of all that this origin keeps in the browser and that is not empty, but for how the app looks. */
export async function keptNames(page: Page): Promise<string[]> {
  const names = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error(String(request.error))))
      })
    const filled: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const table of database.objectStoreNames) {
        const count = await done(database.transaction(table).objectStore(table).count())
        if (count > 0) filled.push(`${name}/${table}`)
      }
      database.close()
    }
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...filled]
  })
  return names.filter((name) => !name.startsWith('leadlight-look:'))
}

/** All that this page could leave behind, as one text. */
export async function leftBehind(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches_ = await caches.keys()
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      databases,
      caches_,
      location.href,
      history.state,
      document.documentElement.outerHTML,
    ])
  })
  return kept
}

/** Asks the engine, past all faults and proxies. */
export async function askEngine<T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${ENGINE}api/v1${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${KEY}:`)}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
