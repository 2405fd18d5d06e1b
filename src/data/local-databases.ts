import { LOCAL_PREFIX } from './local-data.ts'

const MOST_MS = 500

/** Deletes what this mode of the app keeps in IndexedDB. One that another page holds open is not waited for. */
export async function deleteLocalDatabases(): Promise<void> {
  try {
    const found = await indexedDB.databases()
    const names = found.flatMap(({ name }) => (name?.startsWith(LOCAL_PREFIX) ? [name] : []))
    await Promise.race([
      Promise.all(names.map(deleteDatabase)),
      new Promise((resolve) => setTimeout(resolve, MOST_MS)),
    ])
  } catch {
    // Storage is switched off: there is nothing to delete.
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.addEventListener('success', () => resolve())
    request.addEventListener('error', () => resolve())
  })
}
