import { expect, type Page } from '@playwright/test'

/** What the demo server answers to a read, as a screen would get it. `path` follows `/api/v1`. */
export async function readApi<T = Record<string, unknown>>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (url) => {
    const answer = await fetch(url)
    return { ...(await answer.json()), status: answer.status }
  }, `/api/v1${path}`) as Promise<T>
}

/** Writes to the demo server behind the page's back, as a colleague would. */
export async function writeApi<T = Record<string, unknown>>(
  page: Page,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  return page.evaluate(
    async ([verb, url, json]) => {
      const answer = await fetch(url, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        ...(json === undefined ? {} : { body: json }),
      })
      return answer.json()
    },
    [method, `/api/v1${path}`, body === undefined ? undefined : JSON.stringify(body)] as const,
  ) as Promise<T>
}

export type ApiLead = {
  id: string
  display_name: string
  status: number
  contacts: { id: string }[]
  [key: string]: unknown
}

/** Waits until the demo server answers this page. Before that, requests of a test itself would miss it. */
export async function demoReady(page: Page): Promise<void> {
  const answers = () =>
    page.evaluate(async () => {
      if (!navigator.serviceWorker?.controller || !('__leadlightDemo' in window)) return false
      const answer = await fetch('/api/v1/me/')
      return answer.headers.get('content-type')?.includes('json') ?? false
    })
  await expect.poll(answers, { timeout: 30_000, intervals: [50, 100, 250] }).toBe(true)
}
