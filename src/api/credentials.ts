/*
 * The API key of the person at this page. It is in memory, and in session storage where the person asked to
 * stay signed in on this tab; nowhere else. Where a proxy adds credentials there is none.
 */

const STORAGE_KEY = `leadlight:${import.meta.env.MODE}:key`

let key: string | null | undefined

function current(): string | null {
  if (key === undefined) key = stored()
  return key
}

/** The `authorization` header of this person's requests; undefined without a key. Source: contract 2. */
export function authorization(): string | undefined {
  const own = current()
  return own === null ? undefined : basic(own)
}

/** The header for one key, whatever it is made of: user name = key, empty password. Source: contract 2. */
export function basic(key: string): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:`)))}`
}

/** Whether this page holds a key. */
export function hasKey(): boolean {
  return current() !== null
}

/** Whether the key outlives a reload of this tab. */
export function isKeyKept(): boolean {
  return stored() !== null
}

/** Sends `next` with each request from now on; `keep` lets it outlive a reload, in this tab alone. */
export function setKey(next: string, { keep }: { keep: boolean }): void {
  key = next
  try {
    if (keep) sessionStorage.setItem(STORAGE_KEY, next)
    else sessionStorage.removeItem(STORAGE_KEY)
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Forgets the key, wherever it is. */
export function forgetKey(): void {
  key = null
  try {
    sessionStorage.removeItem(STORAGE_KEY)
  } catch {
    // Without storage there is nothing left of it.
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORAGE_KEY) || null
  } catch {
    return null
  }
}
