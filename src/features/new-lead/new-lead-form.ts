import { fromLocalInput, parseNumber } from '#fields/typed-value.ts'
import type { CustomField } from '#model/custom-field.ts'
import { customFieldId, customKey } from '#model/custom-key.ts'
import type { Failure } from '#model/failure.ts'
import { firstPointType, POINT_LISTS, pointProblem, type PointList } from '#model/contact-point.ts'
import * as z from 'zod/mini'

/*
 * The form of a new lead. Its values mirror its inputs, under the wire's names, so that a message of the server
 * about `contacts.0.emails.0.email` finds its input. Only what is surely wrong is refused here: the server has
 * the last word.
 */

export const ADDRESS_PARTS = ['address_1', 'address_2', 'city', 'state', 'zipcode', 'country'] as const

const pointSchema = z.object({ type: z.string(), value: z.string() })
const contactSchema = z.object({
  name: z.string(),
  title: z.string(),
  emails: z.array(pointSchema),
  phones: z.array(pointSchema),
  urls: z.array(pointSchema),
})
const addressSchema = z.object({
  label: z.string(),
  address_1: z.string(),
  address_2: z.string(),
  city: z.string(),
  state: z.string(),
  zipcode: z.string(),
  country: z.string(),
})

/** The shape alone: what a draft may hold. Custom values stand under the field's id, as typed or as ids. */
export const newLeadShape = z.object({
  name: z.string(),
  url: z.string(),
  description: z.string(),
  status_id: z.string(),
  contacts: z.array(contactSchema),
  addresses: z.array(addressSchema),
  custom: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type NewLeadForm = z.infer<typeof newLeadShape>
export type ContactValues = NewLeadForm['contacts'][number]
export type AddressValues = NewLeadForm['addresses'][number]

/** The form's rules. `fields` are those of the organisation, for the types of custom values. */
export function newLeadSchema(fields: readonly CustomField[]) {
  return newLeadShape.check((ctx) => {
    const add = (message: string, ...path: (string | number)[]) =>
      ctx.issues.push({ code: 'custom', message, path, input: ctx.value })
    const { name, url, contacts, custom } = ctx.value
    if (isBlank(name) && !contacts.some(isNamed)) add('Give a name, or add a contact that has one.', 'name')
    if (/\s/.test(url.trim())) add('A URL has no spaces.', 'url')
    for (const [i, contact] of contacts.entries()) {
      if (!isBlankContact(contact) && !isNamed(contact)) {
        add('Give a name, an email or a phone number.', 'contacts', i, 'name')
      }
      for (const { list } of POINT_LISTS) {
        for (const [j, { value }] of contact[list].entries()) {
          const problem = pointProblem(list, value)
          if (problem) add(problem, 'contacts', i, list, j, 'value')
        }
      }
    }
    for (const field of fields) {
      const value = custom[field.id]
      if (
        field.type === 'number' &&
        typeof value === 'string' &&
        !isBlank(value) &&
        parseNumber(value) === null
      ) {
        add('Enter a number.', 'custom', field.id)
      }
    }
  })
}

/** An empty form. `statusId` is the status that a lead has unless another is chosen. */
export function emptyNewLead(statusId: string, fields: readonly CustomField[]): NewLeadForm {
  const custom = fields.map((field) => [field.id, field.accepts_multiple_values ? [] : ''] as const)
  return {
    name: '',
    url: '',
    description: '',
    status_id: statusId,
    contacts: [],
    addresses: [],
    custom: Object.fromEntries(custom),
  }
}

/** A draft on top of an empty form; values of fields that are gone or hold something else now are left out. */
export function fromDraft(draft: NewLeadForm, empty: NewLeadForm): NewLeadForm {
  const custom = Object.entries(empty.custom).map(([id, none]) => {
    const kept = draft.custom[id]
    return [id, Array.isArray(kept) === Array.isArray(none) ? (kept ?? none) : none] as const
  })
  return { ...draft, custom: Object.fromEntries(custom) }
}

/** A contact's lines as they appear at first: one for an e-mail, one for a telephone. */
export function emptyContact(): ContactValues {
  return { name: '', title: '', emails: [emptyPoint('emails')], phones: [emptyPoint('phones')], urls: [] }
}

/** An empty line of a contact's list. */
export function emptyPoint(list: PointList): { type: string; value: string } {
  return { type: firstPointType(list), value: '' }
}

export function emptyAddress(): AddressValues {
  return { label: 'business', address_1: '', address_2: '', city: '', state: '', zipcode: '', country: '' }
}

/** Whether a new lead can have a value in this field: contacts and custom objects have to exist before. */
export function canSetOnNewLead(field: CustomField): boolean {
  return !['hidden', 'contact', 'custom_object'].includes(field.type)
}

/** Whether nothing was typed that would be a loss. The status alone is no loss. */
export function isUntouched(form: NewLeadForm): boolean {
  const { status_id: _, ...rest } = toLeadBody(form, [])
  const hasCustom = Object.values(form.custom).some((value) => value.length > 0)
  return Object.keys(rest).length === 0 && !hasCustom && form.contacts.length + form.addresses.length === 0
}

/**
 * The body of `POST /lead/`: only what was filled in, and the status by its id, never by its label. Names and
 * lines are trimmed, the description is not. Source: contract 8.4, 10, 14.
 */
export function toLeadBody(form: NewLeadForm, fields: readonly CustomField[]): Record<string, unknown> {
  const contacts = form.contacts.filter((contact) => !isBlankContact(contact)).map(contactBody)
  const addresses = form.addresses.filter((address) => !isBlankAddress(address)).map(addressBody)
  const custom = fields.flatMap((field) => {
    const value = customValue(field, form.custom[field.id])
    return value === undefined ? [] : [[customKey(field.id), value] as const]
  })
  return {
    ...filled({ name: form.name.trim(), url: form.url.trim() }),
    ...(isBlank(form.description) ? {} : { description: form.description }),
    ...filled({ status_id: form.status_id }),
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
    ...Object.fromEntries(custom),
  }
}

/** What a duplicate is told by. */
export function likeness(form: NewLeadForm): { name: string; url: string; emails: string[] } {
  const emails = form.contacts.flatMap((contact) => contact.emails.map(({ value }) => value.trim()))
  return { name: form.name.trim(), url: form.url.trim(), emails: emails.filter(Boolean) }
}

/** The server's messages at their inputs, by path such as `contacts.0.emails.1.value`; the rest belongs by the button. */
export type FormMessages = { inputs: { path: string; message: string }[]; rest: string[] }

/** Where the messages of a refusal belong. The server counts what was sent, the form also what was left empty. */
export function leadMessages(
  failure: Failure,
  form: NewLeadForm,
  fields: readonly CustomField[],
): FormMessages {
  const messages: FormMessages = { inputs: [], rest: [] }
  if (failure.kind !== 'http') return messages
  messages.rest.push(...failure.messages)
  for (const { path, message } of failure.fields) {
    const input = inputOf(path, form, fields)
    if (input) messages.inputs.push({ path: input, message })
    else messages.rest.push(`${path.join(', ')}: ${message}`)
  }
  return messages
}

function inputOf(path: readonly string[], form: NewLeadForm, fields: readonly CustomField[]): string | null {
  const [first = '', position, part, line, key] = path
  if (first === 'name' || first === 'url' || first === 'description') return first
  if (first === 'status' || first === 'status_id') return 'status_id'
  const fieldId = customFieldId(first)
  if (fieldId !== null) return fields.some(({ id }) => id === fieldId) ? `custom.${fieldId}` : null
  if (first === 'addresses') {
    const at = positionIn(form.addresses, isBlankAddress, position)
    if (at === null) return null
    const known = [...ADDRESS_PARTS, 'label'].find((name) => name === part)
    return `addresses.${at}.${known ?? 'address_1'}`
  }
  if (first !== 'contacts') return null
  const at = positionIn(form.contacts, isBlankContact, position)
  const contact = at === null ? undefined : form.contacts[at]
  if (!contact) return null
  const known = POINT_LISTS.find(({ list }) => list === part)
  if (!known) return `contacts.${at}.${part === 'title' ? 'title' : 'name'}`
  const lineAt = positionIn(contact[known.list], ({ value }) => isBlank(value), line)
  return lineAt === null
    ? `contacts.${at}.name`
    : `contacts.${at}.${known.list}.${lineAt}.${key === 'type' ? 'type' : 'value'}`
}

/** Where in the form the item stands that was sent as number `position`; the first sent one when it says none. */
function positionIn<T>(
  items: readonly T[],
  isLeftOut: (item: T) => boolean,
  position: string | undefined,
): number | null {
  const sent = items.flatMap((item, i) => (isLeftOut(item) ? [] : [i]))
  return sent[Number(position ?? 0)] ?? null
}

function contactBody(contact: ContactValues): Record<string, unknown> {
  const lists = POINT_LISTS.map(({ list, key }) => {
    const lines = contact[list].filter(({ value }) => !isBlank(value))
    return [list, lines.map(({ type, value }) => ({ type, [key]: value.trim() }))] as const
  })
  return {
    ...filled({ name: contact.name.trim(), title: contact.title.trim() }),
    ...Object.fromEntries(lists.filter(([, lines]) => lines.length > 0)),
  }
}

function addressBody(address: AddressValues): Record<string, string> {
  const parts = ADDRESS_PARTS.map((part) => [part, address[part].trim()] as const)
  return filled({ label: address.label, ...Object.fromEntries(parts) })
}

function customValue(field: CustomField, typed: string | string[] | undefined): unknown {
  if (Array.isArray(typed)) return typed.length > 0 ? typed : undefined
  if (typed === undefined || isBlank(typed)) return undefined
  if (field.type === 'number') return parseNumber(typed) ?? undefined
  if (field.type === 'datetime') return fromLocalInput(typed) ?? undefined
  return field.type === 'text' || field.type === 'textarea' ? typed : typed.trim()
}

function isBlankContact(contact: ContactValues): boolean {
  return isBlank(contact.title) && isBlank(contact.name) && !hasPoint(contact, ['emails', 'phones', 'urls'])
}

function isNamed(contact: ContactValues): boolean {
  return !isBlank(contact.name) || hasPoint(contact, ['emails', 'phones'])
}

function hasPoint(contact: ContactValues, lists: readonly PointList[]): boolean {
  return lists.some((list) => contact[list].some(({ value }) => !isBlank(value)))
}

function isBlankAddress(address: AddressValues): boolean {
  return ADDRESS_PARTS.every((part) => isBlank(address[part]))
}

function filled(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
