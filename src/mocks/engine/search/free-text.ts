import { appliesTo, customValue } from '#mocks/engine/custom-fields.ts'
import { leadContacts } from '#mocks/engine/lookups.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec, Table } from '#mocks/engine/state.ts'
import { ADDRESS_KEYS } from './address.ts'
import { phoneDigits, wordLines } from './fold.ts'
import { hasPhone, hasPieces, piecesOf, type TextMode, typedPhone } from './text-match.ts'
import { EVERY, type Scope, type Test, textsIn } from './scope.ts'
import type { Column } from './column.ts'
import type { SearchIndex, SearchTable } from './search-index.ts'

/** Types of custom fields whose values a person reads as words. */
const WORDY: ReadonlySet<unknown> = new Set(['text', 'textarea', 'choices'])

/** Keys that hold text of the object itself. Source: contract 8.1, 10 to 13. */
const OWN_TEXT: Record<SearchTable, readonly string[]> = {
  lead: ['name', 'description', 'url'],
  contact: ['name', 'title'],
  opportunity: ['note'],
  task: ['text'],
  custom_object: ['name'],
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
  if (value.trim() === '') return EVERY
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
  if (scope.type.kind === 'parts') return (rec) => wordLines(Object.values(rec).flatMap(textsIn))
  const values = textColumn(scope.env.index, scope.type.table).values()
  return (_rec, slot) => values[slot]
}

function allPhones(scope: Scope): Reading {
  if (scope.type.kind === 'parts') return (rec) => phoneDigits(textOf(rec, 'phone') ?? '')
  const values = phoneColumn(scope.env.index, scope.type.table).values()
  return (_rec, slot) => values[slot]
}

/** The text of each record of a table, as `wordLines` spells it. */
export function textColumn(index: SearchIndex, name: SearchTable): Column<string> {
  const { state } = index
  const compute = (rec: Rec) => {
    const texts: string[] = []
    if (name === 'lead') addLead(texts, rec, state)
    else if (name === 'contact') addContact(texts, rec)
    else addAll(texts, rec, OWN_TEXT[name])
    addCustom(texts, rec, name, state)
    return wordLines(texts)
  }
  const from: readonly Table[] = name === 'lead' ? ['custom_field', 'contact'] : ['custom_field']
  return index.table(name).column({ key: 'all-text', from, compute })
}

/** The digits of each record's phone numbers, its contacts' for a lead. */
export function phoneColumn(index: SearchIndex, name: SearchTable): Column<string> {
  const { state } = index
  const phonesOf = (contact: Rec) =>
    objectsOf(contact, 'phones').map((phone) => phoneDigits(textOf(phone, 'phone') ?? ''))
  const compute = (rec: Rec) =>
    (name === 'lead' ? leadContacts(state, rec).flatMap(phonesOf) : phonesOf(rec)).join(' ')
  return index
    .table(name)
    .column({ key: 'all-phones', from: name === 'lead' ? ['contact'] : NO_TABLES, compute })
}

function addCustom(texts: string[], rec: Rec, table: SearchTable, reader: Reader): void {
  if (table === 'task' || table === 'activity') return
  const typeId = textOf(rec, 'custom_object_type_id') ?? undefined
  for (const key in rec) {
    if (!key.startsWith('custom.')) continue
    const id = key.slice('custom.'.length)
    const field = reader.get('custom_field', id)
    if (field && WORDY.has(field['type']) && appliesTo(field, table, typeId)) {
      texts.push(...textsIn(customValue(reader, rec, id)))
    }
  }
}

function addLead(texts: string[], lead: Rec, state: Reader): void {
  addAll(texts, lead, OWN_TEXT.lead)
  for (const address of objectsOf(lead, 'addresses')) addAll(texts, address, ADDRESS_KEYS)
  for (const contact of leadContacts(state, lead)) addContact(texts, contact)
}

function addContact(texts: string[], contact: Rec): void {
  addAll(texts, contact, OWN_TEXT.contact)
  for (const email of objectsOf(contact, 'emails')) addAll(texts, email, ['email'])
  for (const phone of objectsOf(contact, 'phones')) addAll(texts, phone, ['phone'])
  for (const url of objectsOf(contact, 'urls')) addAll(texts, url, ['url'])
}

function addAll(texts: string[], owner: Readonly<Record<string, unknown>>, keys: readonly string[]): void {
  for (const key of keys) {
    const value = owner[key]
    if (typeof value === 'string' && value !== '') texts.push(value)
  }
}
