import { contactName, customText } from '#fields/custom-text.ts'
import { formatDate, formatDateTime, formatMoney } from '#fields/value-format.ts'
import { activityMoment, type Activity } from '#model/activity.ts'
import { countryName } from '#model/country.ts'
import type { CustomField } from '#model/custom-field.ts'
import { customKey } from '#model/custom-key.ts'
import type { Address, Contact, Lead, Opportunity, Task } from '#model/lead.ts'
import type { User } from '#model/organization.ts'

/** A part of a summary: lines under a heading; a line may have a label and lines below it. */
export type SummarySection = { title: string; lines: SummaryLine[] }
export type SummaryLine = { label?: string; text: string; below?: string[] }
export type LeadSummary = { name: string; lines: SummaryLine[]; sections: SummarySection[] }

/** What a colleague must know of a lead, on a page: only what is filled in. */
export function leadSummary(
  lead: Lead,
  {
    fields,
    users,
    notes,
  }: { fields: readonly CustomField[]; users: readonly User[]; notes: readonly Activity[] },
): LeadSummary {
  const custom = fields
    .filter(({ type }) => type !== 'hidden')
    .map((field) => ({
      label: field.name,
      text: customText(field, lead[customKey(field.id)], { users, contacts: lead.contacts }),
    }))
  const sections: SummarySection[] = [
    { title: 'Contacts', lines: lead.contacts.map(contactLine) },
    { title: 'Addresses', lines: lead.addresses.map((address) => ({ text: addressText(address) })) },
    { title: 'Open opportunities', lines: lead.opportunities.filter(isOpen).map(opportunityLine) },
    { title: 'Open tasks', lines: lead.tasks.filter(({ is_complete }) => !is_complete).map(taskLine) },
    { title: 'Custom fields', lines: custom },
    { title: 'Last notes', lines: notes.map(noteLine) },
  ]
  return {
    name: lead.name || lead.display_name,
    lines: filled([
      { label: 'Status', text: lead.status_label ?? '' },
      { label: 'URL', text: lead.url ?? '' },
      { label: 'Description', text: lead.description ?? '' },
    ]),
    sections: sections
      .map(({ title, lines }) => ({ title, lines: filled(lines) }))
      .filter(({ lines }) => lines.length > 0),
  }
}

/** A summary as plain text. */
export function summaryText({ name, lines, sections }: LeadSummary): string {
  const write = ({ label, text, below }: SummaryLine, mark: string) =>
    [`${mark}${label ? `${label}: ` : ''}${text}`, ...(below ?? []).map((line) => `  ${line}`)].join('\n')
  const head = [name, ...lines.map((line) => write(line, ''))].join('\n')
  const parts = sections.map(
    (section) => `${section.title}\n${section.lines.map((line) => write(line, '- ')).join('\n')}`,
  )
  return [head, ...parts].join('\n\n')
}

/** A summary as HTML without styles, for a document or a mail. Every text in it is escaped. */
export function summaryHtml({ name, lines, sections }: LeadSummary): string {
  const write = ({ label, text, below }: SummaryLine, tag: string) =>
    `<${tag}>${label ? `<b>${escaped(label)}:</b> ` : ''}${broken(text)}${(below ?? []).map((line) => `<br>${broken(line)}`).join('')}</${tag}>`
  return [
    `<h1>${escaped(name)}</h1>`,
    ...lines.map((line) => write(line, 'p')),
    ...sections.map(
      (section) =>
        `<h2>${escaped(section.title)}</h2><ul>${section.lines.map((line) => write(line, 'li')).join('')}</ul>`,
    ),
  ].join('\n')
}

function contactLine(contact: Contact): SummaryLine {
  return {
    text: [contactName(contact), contact.title].filter(Boolean).join(', '),
    below: [
      ...(contact.emails ?? []).map(({ email, type }) => withType(email, type)),
      ...(contact.phones ?? []).map(({ phone, phone_formatted, type }) =>
        withType(phone_formatted || phone, type),
      ),
      ...(contact.urls ?? []).map(({ url }) => url),
    ],
  }
}

function opportunityLine(opportunity: Opportunity): SummaryLine {
  const { value, confidence, date_won, note } = opportunity
  const facts = [
    typeof value === 'number'
      ? formatMoney(value, opportunity.value_currency, opportunity.value_period)
      : 'No value',
    opportunity.status_label,
    typeof confidence === 'number' && `${confidence} %`,
    date_won && `expected ${formatDate(date_won)}`,
    opportunity.user_name,
  ]
  return { text: facts.filter(Boolean).join(', '), below: note ? [note] : [] }
}

function taskLine(task: Task): SummaryLine {
  const due = task.date && !task.is_dateless ? `due ${formatDate(task.date)}` : null
  return {
    text: [task.text || 'Task without text', due, task.assigned_to_name].filter(Boolean).join(', '),
  }
}

function noteLine(note: Activity): SummaryLine {
  const when = activityMoment(note) ? formatDateTime(activityMoment(note)) : ''
  return { label: [when, note.user_name].filter(Boolean).join(', '), text: note.note?.trim() ?? '' }
}

function addressText(address: Address): string {
  const country = address.country ? countryName(address.country) : ''
  const { address_1, address_2, city, state, zipcode } = address
  return [address_1, address_2, city, state, zipcode, country].filter(Boolean).join(', ')
}

function isOpen({ status_type }: Opportunity): boolean {
  return status_type !== 'won' && status_type !== 'lost'
}

function withType(text: string, type: string | undefined): string {
  return type ? `${text} (${type})` : text
}

function filled(lines: readonly SummaryLine[]): SummaryLine[] {
  return lines.filter(({ text }) => text !== '')
}

const CODES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => CODES[sign] ?? '')
}

function broken(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}
