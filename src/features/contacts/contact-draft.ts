import * as z from 'zod/mini'

import type { ContactFormValues } from './contact-form.ts'

/** A half-typed contact: the form as it was opened, and as it stands. */
export type ContactDraft = { opened: ContactFormValues; form: ContactFormValues }

/** Which form it is: a contact's, or the one for a new contact of a lead. */
export type DraftKey = { leadId: string; contactId: string | null }

const PREFIX = `leadlight:${import.meta.env.MODE}:contact-draft:`

// A draft may hold what the form would refuse, so only its shape is checked.
const type = z.string()
const shape = z.object({
  name: z.string(),
  title: z.string(),
  emails: z.array(z.object({ type, email: z.string() })),
  phones: z.array(z.object({ type, phone: z.string() })),
  urls: z.array(z.object({ type, url: z.string() })),
})
const draftSchema = z.object({ opened: shape, form: shape })

/** The draft kept in this tab, or null. Never throws. */
export function readContactDraft(key: DraftKey): ContactDraft | null {
  try {
    const found = draftSchema.safeParse(JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null // storage is switched off, or holds something else
  }
}

/** Keeps a draft for as long as the tab lives; null forgets it. */
export function keepContactDraft(key: DraftKey, draft: ContactDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(key), JSON.stringify(draft))
    else sessionStorage.removeItem(nameOf(key))
  } catch {
    // Without storage a draft lasts as long as its form.
  }
}

function nameOf({ leadId, contactId }: DraftKey): string {
  return `${PREFIX}${leadId}:${contactId ?? 'new'}`
}
