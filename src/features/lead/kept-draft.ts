import * as z from 'zod/mini'

const PREFIX = `leadlight:${import.meta.env.MODE}:`

/** What was half typed in this tab under a name, e.g. "task-draft:lead_1"; null when there is nothing. Never throws. */
export function readDraft<T extends z.ZodMiniType>(name: string, schema: T): z.infer<T> | null {
  try {
    const found = z.safeParse(schema, JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null // storage is switched off, or holds something else
  }
}

/** Keeps what is half typed for as long as the tab lives; null forgets it. */
export function keepDraft(name: string, draft: unknown): void {
  try {
    if (draft === null) sessionStorage.removeItem(PREFIX + name)
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(draft))
  } catch {
    // Without storage a draft lasts as long as its form.
  }
}
