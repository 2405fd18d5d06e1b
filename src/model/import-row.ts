import { createCountryReader } from './country.ts'
import {
  isEmail,
  isPhone,
  isPlainNumber,
  isUrl,
  parseNumber,
  splitEmails,
  splitValues,
} from './import-cell.ts'
import { dateTimeValue, dateValue, parseDate } from './import-date.ts'
import { choiceValues, type PlannedColumn } from './import-plan.ts'
import type { AddressPart, ContactPart } from './import-target.ts'
import { userName, type LeadStatus, type User } from './organization.ts'

export type CellProblem = {
  severity: 'error' | 'warning'
  /** Position of the column; null for the row as a whole. */
  at: number | null
  /** The same words for the same problem, so that they can be grouped. */
  message: string
}

/** A row as it would be sent, and what is doubtful about it. */
export type RowReading = {
  body: Record<string, unknown>
  problems: CellProblem[]
  /** Values that a choices field does not have yet. They are in the body all the same. */
  newChoices: { fieldId: string; value: string }[]
  /** A status label that the organisation does not have; the body then names no status. */
  unknownStatus: string | null
}

export type RowContext = {
  plan: readonly PlannedColumn[]
  statuses: readonly LeadStatus[]
  users: readonly User[]
  readCountry: (text: string) => string | null
}

/** All that reading a row takes, prepared once for all rows. */
export function rowContext(
  plan: readonly PlannedColumn[],
  statuses: readonly LeadStatus[],
  users: readonly User[],
): RowContext {
  return { plan, statuses, users, readCountry: createCountryReader() }
}

/**
 * The body of `POST /lead/` for a row. Cells go in as they stand, blanks and line breaks included; only web
 * addresses, e-mails, telephones, choices and split values are trimmed. A blank cell sends nothing. What
 * cannot be sent stands in `problems`, and not in the body. Source: contract 8.4, 10, 14.
 */
export function readRow(cells: readonly string[], context: RowContext): RowReading {
  const reading: RowReading = { body: {}, problems: [], newChoices: [], unknownStatus: null }
  const address: Record<string, string> = {}
  const contact = new Map<ContactPart, string[]>()
  for (const column of context.plan) {
    const cell = cells[column.at] ?? ''
    if (cell.trim() === '') continue
    const note: Note = (message, severity = 'error') =>
      reading.problems.push({ severity, at: column.at, message })
    const { target } = column
    if (target.kind === 'lead') readLeadCell(target.field, cell, context, reading, note)
    else if (target.kind === 'address') {
      const value = readAddressCell(target.part, cell, context, note)
      if (value !== null) address[target.part] = value
    } else if (target.kind === 'contact') {
      const values = readContactCell(target.part, cell, note)
      contact.set(target.part, [...(contact.get(target.part) ?? []), ...values])
    } else readCustomCell(column, cell, context, reading, note)
  }
  if (Object.keys(address).length > 0) reading.body['addresses'] = [{ label: 'business', ...address }]
  const person = contactBody(contact)
  if (person) reading.body['contacts'] = [person]
  if (!reading.body['name'] && !isNamed(person)) {
    const message = 'Nothing says what this lead is called: no name and no contact.'
    reading.problems.push({ severity: 'error', at: null, message })
  }
  return reading
}

type Note = (message: string, severity?: 'error' | 'warning') => void

function readLeadCell(
  field: 'name' | 'url' | 'description' | 'status',
  cell: string,
  { statuses }: RowContext,
  reading: RowReading,
  note: Note,
): void {
  if (field === 'url') {
    if (isUrl(cell)) reading.body['url'] = cell.trim()
    else note('Not a web address.')
  } else if (field === 'status') {
    const status = findStatus(cell.trim(), statuses)
    if (status) reading.body['status_id'] = status.id
    else reading.unknownStatus = cell.trim()
  } else reading.body[field] = cell
}

function findStatus(given: string, statuses: readonly LeadStatus[]): LeadStatus | undefined {
  const wanted = given.toLowerCase()
  return statuses.find(({ id, label }) => id === given || label.trim().toLowerCase() === wanted)
}

function readAddressCell(
  part: AddressPart,
  cell: string,
  { readCountry }: RowContext,
  note: Note,
): string | null {
  if (part !== 'country') return cell
  const code = readCountry(cell)
  if (!code) note('Not a country. Use its name or its two-letter code.')
  return code
}

function readContactCell(part: ContactPart, cell: string, note: Note): string[] {
  switch (part) {
    case 'email': {
      const emails = splitEmails(cell)
      if (!emails.every(isEmail)) note('Not an email address.')
      return emails.filter(isEmail)
    }
    case 'phone':
    case 'mobile':
    case 'fax': {
      const phones = splitValues(cell, ';')
      if (!phones.every(isPhone)) note('Does not look like a telephone number.', 'warning')
      return phones
    }
    case 'url':
      if (isUrl(cell)) return [cell.trim()]
      note('Not a web address.')
      return []
    default:
      return [cell]
  }
}

function contactBody(parts: ReadonlyMap<ContactPart, string[]>): Record<string, unknown> | null {
  const first = (part: ContactPart) => parts.get(part)?.[0]
  const all = (part: ContactPart) => parts.get(part) ?? []
  const fullName = [first('first_name'), first('last_name')].filter(Boolean).join(' ')
  const contact = {
    name: first('name') ?? fullName,
    title: first('title') ?? '',
    emails: [...new Set(all('email'))].map((email) => ({ type: 'office', email })),
    phones: [
      ...all('phone').map((phone) => ({ type: 'office', phone })),
      ...all('mobile').map((phone) => ({ type: 'mobile', phone })),
      ...all('fax').map((phone) => ({ type: 'fax', phone })),
    ],
    urls: all('url').map((url) => ({ type: 'url', url })),
  }
  const filled = Object.entries(contact).filter(([, value]) => value.length > 0)
  return filled.length > 0 ? Object.fromEntries(filled) : null
}

function isNamed(contact: Record<string, unknown> | null): boolean {
  return contact !== null && ['name', 'emails', 'phones'].some((part) => contact[part] !== undefined)
}

function readCustomCell(
  column: PlannedColumn,
  cell: string,
  context: RowContext,
  reading: RowReading,
  note: Note,
): void {
  const { custom, separator } = column
  if (!custom) return
  const { shape } = custom
  if (shape.kind === 'choices') {
    const values = choiceValues(cell, shape, separator).map((value) => knownChoice(value, custom.choices))
    if (column.target.kind === 'custom' && custom.choices) {
      const { fieldId } = column.target
      const missing = values.filter((value) => !custom.choices?.includes(value))
      reading.newChoices.push(...missing.map((value) => ({ fieldId, value })))
    }
    setValues(reading.body, custom.key, values, shape.multiple)
  } else if (shape.kind === 'user') {
    const given = shape.multiple ? splitValues(cell, separator) : [cell.trim()]
    const ids = given.flatMap((name) => findUser(name, context.users)?.id ?? [])
    if (ids.length < given.length) note('Not a user. Use the full name or the email address.')
    setValues(reading.body, custom.key, [...new Set(ids)], shape.multiple)
  } else {
    const value = readScalar(shape.kind, cell, column, note)
    if (value !== null) reading.body[custom.key] = value
  }
}

function readScalar(
  kind: 'text' | 'number' | 'date' | 'datetime',
  cell: string,
  { decimalMark, dateOrder }: PlannedColumn,
  note: Note,
): string | number | null {
  if (kind === 'text') return cell
  if (kind === 'number') {
    const value = parseNumber(cell, decimalMark)
    if (value === null) note('Not a number.')
    else if (!isPlainNumber(cell))
      note('A number loses its leading zeros and digits past the 15th.', 'warning')
    return value
  }
  const date = parseDate(cell, dateOrder)
  if (!date) {
    note('Not a date.')
    return null
  }
  if (kind === 'datetime') return dateTimeValue(date)
  if (date.time && date.time.hour + date.time.minute + date.time.second > 0) {
    note('The field holds a date only: the time of day is left out.', 'warning')
  }
  return dateValue(date)
}

/** A choice in the spelling that the field has, if it differs only in upper and lower case. */
function knownChoice(value: string, choices: readonly string[] | null): string {
  if (!choices || choices.includes(value)) return value
  return choices.find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? value
}

function findUser(given: string, users: readonly User[]): User | undefined {
  const wanted = given.toLowerCase()
  return users.find(
    (user) =>
      user.id === given || userName(user).toLowerCase() === wanted || user.email?.toLowerCase() === wanted,
  )
}

function setValues(
  body: Record<string, unknown>,
  key: string,
  values: readonly string[],
  multiple: boolean,
): void {
  if (values.length > 0) body[key] = multiple ? [...new Set(values)] : values[0]
}
