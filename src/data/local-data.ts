/** What this mode of the app keeps in the browser of a person's work begins with this; its look does not. */
export const LOCAL_PREFIX = `leadlight:${import.meta.env.MODE}:`
const OWNER = `${LOCAL_PREFIX}owner`
const KEY = `${LOCAL_PREFIX}key`
const ORGANIZATION = `${LOCAL_PREFIX}organization`

type Which = 'sessionStorage' | 'localStorage'
const BOTH: readonly Which[] = ['sessionStorage', 'localStorage']

/** Removes drafts, deletions that wait, the key and everything else that belongs to a person. */
export function wipeLocalData(): void {
  for (const which of BOTH) wipe(which, () => true)
}

/** Removes what this tab keeps of an organisation, drafts above all; the person stays who they are. */
export function wipeTabData(): void {
  wipe('sessionStorage', (key) => key !== KEY && key !== OWNER)
}

/**
 * Makes what this browser keeps this person's, by user id. What somebody else left is removed, but for the key
 * that they themselves gave; tells whether there was any.
 */
export function claimLocalData(userId: string): boolean {
  let isOthers = false
  for (const which of BOTH) {
    const owner = read(which, OWNER)
    if (owner === userId) continue
    if (owner !== null) {
      isOthers = true
      wipe(which, (key) => key !== KEY)
    }
    write(which, OWNER, userId)
  }
  return isOthers
}

/** The user id of the person whose work this tab keeps, if it says so. */
export function keptOwner(): string | null {
  return read('sessionStorage', OWNER)
}

/** The organisation that this tab was told to work in, by id. */
export function storedOrganization(): string | null {
  return read('sessionStorage', ORGANIZATION)
}

/** Remembers for this tab which organisation to work in. */
export function storeOrganization(id: string): void {
  write('sessionStorage', ORGANIZATION, id)
}

function wipe(which: Which, isMeant: (key: string) => boolean): void {
  try {
    const storage = globalThis[which]
    for (const key of Object.keys(storage)) {
      if (key.startsWith(LOCAL_PREFIX) && isMeant(key)) storage.removeItem(key)
    }
  } catch {
    // Storage is switched off: there is nothing to remove.
  }
}

function read(which: Which, key: string): string | null {
  try {
    return globalThis[which].getItem(key)
  } catch {
    return null
  }
}

function write(which: Which, key: string, value: string): void {
  try {
    globalThis[which].setItem(key, value)
  } catch {
    // It then lasts as long as the page.
  }
}
