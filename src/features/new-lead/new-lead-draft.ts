import { newLeadShape, type NewLeadForm } from './new-lead-form.ts'

const KEY = `leadlight:${import.meta.env.MODE}:new-lead-draft`

/** The half-typed lead kept in this tab, or null. Never throws. */
export function readNewLeadDraft(): NewLeadForm | null {
  try {
    const found = newLeadShape.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null // storage is switched off, or holds something else
  }
}

/** Keeps a draft for as long as the tab lives; null forgets it. */
export function keepNewLeadDraft(draft: NewLeadForm | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Without storage a draft lasts as long as its form.
  }
}
