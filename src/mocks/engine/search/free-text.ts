import { appliesTo } from '#mocks/engine/custom-fields.ts'
import { leadContacts } from '#mocks/engine/lookups.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec, Table } from '#mocks/engine/state.ts'
import { phoneDigits, wordLines } from './fold.ts'
import { hasPhone, hasPieces, piecesOf, type TextMode, typedPhone } from './text-match.ts'
import { type Scope, tableOf, type Test, textsIn } from './scope.ts'
import type { SearchTable } from './search-index.ts'

/** Types of custom fields whose values a person reads as words. */
const WORDY: ReadonlySet<unknown> = new Set(['text', 'textarea', 'choices'])

/** Keys that hold text of the object itself. Source: contract 8.1, 10 to 13. */
const OWN_TEXT: Record<SearchTable, readonly string[]> = {
  lead: ['name', 'description', 'url'],
  contact: ['name', 'title'],
  opportunity: ['note'],
  task: ['text'],
  activity: ['title', 'subject', 'note', 'text', 'body_text', 'sender'],
}

const NO_TABLES: readonly Table[] = []

/**
 * Whether an object's text matches. A lead's text is its name, description, URL and addresses, its text and
 * choices in custom fields, and its contacts' names, titles, e-mails, phones and URLs. Something that looks like a
 * phone number also finds the digits of phones, however they are written. A blank text matches everything, one
 * without any letter or digit nothing. Source: contract 18, node `text`.
 */
export function freeText(value: string, mode: TextMode, scope: Scope): Test {
  if (value.trim() === '') return () => true
  const phones = typedPhone(value, mode)
  const pieces = mode === 'phone_number' ? [] : piecesOf(value, mode)
  const lines = allText(scope)
  const digits = phones.length > 0 ? allPhones(scope) : undefined
  return (rec, slot) =>
    (pieces.length > 0 && hasPieces(lines(rec, slot) ?? '', pieces)) ||
    (digits !== undefined && hasPhone(digits(rec, slot) ?? '', phones))
}

type Reading = (rec: Rec, slot: number) => string | undefined

function allText(scope: Scope): Reading {
  const table = tableOf(scope)
  if (!table || scope.type.kind === 'parts') return (rec) => wordLines(Object.values(rec).flatMap(textsIn))
  const { table: name } = scope.type
  const { state } = scope.env.index
  const custom = wordyKeys(state, name)
  const from: readonly Table[] = name === 'lead' ? ['custom_field', 'contact'] : ['custom_field']
  const texts = name === 'lead' ? leadTexts : name === 'contact' ? contactTexts : undefined
  const compute = (rec: Rec) => {
    const values = texts?.(rec, state) ?? OWN_TEXT[name].map((key) => rec[key])
    for (const key of custom) values.push(rec[key])
    return wordLines(values.flatMap(textsIn))
  }
  const values = table.column({ key: 'all-text', from, compute }).values()
  return (_rec, slot) => values[slot]
}

function allPhones(scope: Scope): Reading {
  const table = tableOf(scope)
  if (!table || scope.type.kind === 'parts') return (rec) => phoneDigits(textOf(rec, 'phone') ?? '')
  const { state } = scope.env.index
  const isLead = scope.type.table === 'lead'
  const phonesOf = (contact: Rec) =>
    objectsOf(contact, 'phones').map((p) => phoneDigits(textOf(p, 'phone') ?? ''))
  const compute = (rec: Rec) =>
    (isLead ? leadContacts(state, rec).flatMap(phonesOf) : phonesOf(rec)).join(' ')
  const values = table.column({ key: 'all-phones', from: isLead ? ['contact'] : NO_TABLES, compute }).values()
  return (_rec, slot) => values[slot]
}

function wordyKeys(reader: Reader, table: SearchTable): string[] {
  if (table === 'task' || table === 'activity') return []
  return [...reader.all('custom_field')]
    .filter((field) => WORDY.has(field['type']) && appliesTo(field, table))
    .map((field) => `custom.${field.id}`)
}

function leadTexts(lead: Rec, state: Reader): unknown[] {
  const values = OWN_TEXT.lead.map((key) => lead[key])
  for (const address of objectsOf(lead, 'addresses')) {
    for (const key of ['address_1', 'address_2', 'city', 'state', 'zipcode', 'country'])
      values.push(address[key])
  }
  for (const contact of leadContacts(state, lead)) values.push(...contactTexts(contact))
  return values
}

function contactTexts(contact: Rec): unknown[] {
  const values = OWN_TEXT.contact.map((key) => contact[key])
  for (const email of objectsOf(contact, 'emails')) values.push(email['email'])
  for (const phone of objectsOf(contact, 'phones')) values.push(phone['phone'])
  for (const url of objectsOf(contact, 'urls')) values.push(url['url'])
  return values
}
