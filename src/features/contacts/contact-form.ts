import type { Failure } from '#model/failure.ts'
import { firstPointType, POINT_LISTS, pointProblem, type PointList } from '#model/contact-point.ts'
import type { Contact } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import * as z from 'zod/mini'

/*
 * The form of one contact. Its values mirror its inputs, under the wire's names, so that a message of the
 * server about `emails.0.email` finds its input.
 */

/** A line's text; only what is surely wrong is refused here. */
const textOf = (list: PointList) =>
  z.string().check((ctx) => {
    const message = pointProblem(list, ctx.value)
    if (message) ctx.issues.push({ code: 'custom', message, input: ctx.value })
  })

/** Only what is surely wrong is refused here; the server has the last word. */
export const contactFormSchema = z
  .object({
    name: z.string(),
    title: z.string(),
    emails: z.array(z.object({ type: z.string(), email: textOf('emails') })),
    phones: z.array(z.object({ type: z.string(), phone: textOf('phones') })),
    urls: z.array(z.object({ type: z.string(), url: textOf('urls') })),
  })
  .check(
    z.refine((form) => !isBlankContact(form), {
      path: ['name'],
      error: 'Give a name, an email or a phone number.',
    }),
  )
export type ContactFormValues = z.infer<typeof contactFormSchema>

/** The form of a contact, or of a new one. Each list ends with an empty line where it has none. */
export function toContactForm(
  contact?: Pick<Contact, 'name' | 'title' | 'emails' | 'phones' | 'urls'>,
): ContactFormValues {
  const form: ContactFormValues = {
    name: contact?.name ?? '',
    title: contact?.title ?? '',
    emails:
      contact?.emails?.map(({ type, email }) => ({ type: type ?? firstPointType('emails'), email })) ?? [],
    phones:
      contact?.phones?.map(({ type, phone }) => ({ type: type ?? firstPointType('phones'), phone })) ?? [],
    urls: contact?.urls?.map(({ type, url }) => ({ type: type ?? firstPointType('urls'), url })) ?? [],
  }
  if (contact) return form
  return { ...form, emails: [blankPoint('emails')], phones: [blankPoint('phones')] }
}

/** An empty line of a list. */
export function blankPoint<L extends PointList>(list: L): ContactFormValues[L][number] {
  const blank = {
    emails: { type: firstPointType(list), email: '' },
    phones: { type: firstPointType(list), phone: '' },
    urls: { type: firstPointType(list), url: '' },
  }
  return blank[list]
}

/**
 * What to send: only what differs from the form as it was opened, so nobody's change to the rest is lost. A
 * list goes as a whole since the server replaces it, without its empty lines. Source: contract 10.
 */
export function toContactPatch(opened: ContactFormValues, form: ContactFormValues): Patch {
  const patch: Record<string, unknown> = {}
  for (const key of ['name', 'title'] as const) {
    if (form[key].trim() !== opened[key].trim()) patch[key] = form[key].trim()
  }
  for (const { list } of POINT_LISTS) {
    const points = filled(list, form)
    if (JSON.stringify(points) !== JSON.stringify(filled(list, opened))) patch[list] = points
  }
  return patch
}

/** Whether the form says nothing that would make a contact. */
export function isBlankContact(form: ContactFormValues): boolean {
  const hasPoint = POINT_LISTS.some(({ list }) => filled(list, form).length > 0)
  return form.name.trim() === '' && form.title.trim() === '' && !hasPoint
}

/** The server's messages at their inputs, by path such as `emails.0.email`; the rest belongs by the button. */
export type FormMessages = { inputs: { path: string; message: string }[]; rest: string[] }

/**
 * Where the messages of a refusal belong. The server counts the lines that were sent, the form also its empty
 * ones. A message about a whole line stands at the line's value.
 */
export function contactMessages(failure: Failure, form: ContactFormValues): FormMessages {
  const messages: FormMessages = { inputs: [], rest: [] }
  if (failure.kind !== 'http') return messages
  messages.rest.push(...failure.messages)
  for (const { path, message } of failure.fields) {
    const input = inputOf(path, form)
    if (input) messages.inputs.push({ path: input, message })
    else messages.rest.push(message)
  }
  return messages
}

function inputOf(path: readonly string[], form: ContactFormValues): string | null {
  const [first, position, key] = path
  if (first === 'name' || first === 'title') return first
  const known = POINT_LISTS.find(({ list }) => list === first)
  if (!known) return null
  const lines = form[known.list].flatMap((point, i) => (valueOf(known.list, point) === '' ? [] : [i]))
  const line = position === undefined ? lines[0] : lines[Number(position)]
  if (line === undefined) return null
  return `${known.list}.${line}.${key === 'type' ? 'type' : known.key}`
}

function filled(list: PointList, form: ContactFormValues): { type: string }[] {
  return form[list].flatMap((point) => {
    const value = valueOf(list, point)
    const { key } = POINT_LISTS.find((known) => known.list === list) ?? { key: '' }
    return value === '' ? [] : [{ type: point.type, [key]: value }]
  })
}

function valueOf(list: PointList, point: ContactFormValues[PointList][number]): string {
  const values: Readonly<Record<string, string | undefined>> = point
  const { key } = POINT_LISTS.find((known) => known.list === list) ?? { key: '' }
  return (values[key] ?? '').trim()
}
