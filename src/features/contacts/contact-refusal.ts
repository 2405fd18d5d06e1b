import { isCustomKey } from '#model/custom-key.ts'
import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Contact } from '#model/lead.ts'
import type { Creation, Update } from '#model/operation.ts'

import { toContactForm } from './contact-form.ts'
import type { RefusedContact } from './ContactForm.tsx'

/** Whether an edit came from the contact's form, or moved it: those of custom fields show at their fields. */
export function isFormEdit({ patch }: Update): boolean {
  return Object.keys(patch).every((key) => !isCustomKey(key))
}

/** What the form holds when a refused edit is put right. */
export function refusedEdit(contact: Contact, edit: Update): RefusedContact {
  return { wanted: toContactForm(applyLeadPatch(contact, edit.patch)), failure: failureOf(edit) }
}

/** What the form holds when a contact that was refused is put right. */
export function refusedContact(creation: Creation): RefusedContact {
  return { wanted: toContactForm(creation.body), failure: failureOf(creation) }
}

/** The fields that somebody else changed, with both values as people read them. */
export function conflictLines(edit: Update): { label: string; mine: string; theirs: string }[] {
  const theirs = edit.state.kind === 'conflict' ? edit.state.theirs : {}
  return Object.entries(edit.patch).map(([key, mine]) => ({
    label: LABELS[key] ?? key,
    mine: plainText(mine),
    theirs: plainText(theirs[key]),
  }))
}

const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  title: 'Title',
  emails: 'Emails',
  phones: 'Phones',
  urls: 'URLs',
  lead_id: 'Lead',
}

function plainText(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  return value
    .map((point: { email?: string; phone?: string; url?: string }) => point.email ?? point.phone ?? point.url)
    .filter(Boolean)
    .join(', ')
}

function failureOf({ state }: Update | Creation) {
  return state.kind === 'failed' ? state.failure : null
}
