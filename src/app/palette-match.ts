import type { LeadRow } from '#model/lead.ts'
import { foldText } from '#ui/option-filter.ts'

/** Whether each word of `text` begins a word of `among`, whatever case and accents. */
export function beginsWords(text: string, among: string): boolean {
  const starts = foldText(among).split(/[^\p{L}\p{N}]+/u)
  const words = foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.every((word) => starts.some((start) => start.startsWith(word)))
}

/**
 * Whether a lead that an earlier search found may stay on screen for `text`, while the search for that is under
 * way: by its name and its contacts' names and addresses.
 */
export function mayMatch(lead: LeadRow, text: string): boolean {
  const contacts = (lead.contacts ?? []).flatMap((contact) => [
    contact.display_name ?? contact.name ?? '',
    ...(contact.emails ?? []).map(({ email }) => email ?? ''),
  ])
  return beginsWords(text, [lead.display_name ?? '', lead.url ?? '', ...contacts].join(' '))
}

/** `leads` with the likeliest first: whose name starts with `text`, then whose name has its words, then the others. */
export function likeliestFirst(leads: readonly LeadRow[], text: string): LeadRow[] {
  const start = foldText(text)
  const rank = ({ display_name: name = '' }: LeadRow) =>
    foldText(name).startsWith(start) ? 0 : beginsWords(text, name) ? 1 : 2
  return [...leads].sort((a, b) => rank(a) - rank(b))
}
