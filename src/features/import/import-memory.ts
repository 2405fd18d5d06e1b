import * as z from 'zod/mini'

/** What is remembered of an import for as long as the tab lives: its file's content is not. */
const memorySchema = z.object({
  fileName: z.string(),
  total: z.number(),
  imported: z.number(),
  failed: z.number(),
  skipped: z.number(),
  /** False while rows are left: it was stopped, or the page was closed. */
  isComplete: z.boolean(),
  /** Milliseconds since the epoch. */
  at: z.number(),
})
export type ImportMemory = z.infer<typeof memorySchema>

const KEY = `leadlight:${import.meta.env.MODE}:last-import`

/** The last import of this tab; null when there was none. Never throws. */
export function recallImport(): ImportMemory | null {
  try {
    const found = memorySchema.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null // storage is switched off, or holds something else
  }
}

/** Remembers an import; null forgets it. */
export function rememberImport(memory: ImportMemory | null): void {
  try {
    if (memory) sessionStorage.setItem(KEY, JSON.stringify(memory))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Without storage the counts last as long as the page.
  }
}
