const KEY = `leadlight:${import.meta.env.MODE}:recent-leads`
const MOST = 8

/** Ids of the leads that this tab opened, the latest first. */
export function recentLeads(): string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    return [] // no storage, or not ours: there is nothing to remember
  }
}

/** Remembers for this tab that a lead was opened. */
export function noteRecentLead(id: string): void {
  const ids = [id, ...recentLeads().filter((other) => other !== id)].slice(0, MOST)
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // Without storage nothing is remembered.
  }
}
