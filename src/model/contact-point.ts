/** Types of an e-mail, phone or URL of a contact, the default first. Source: contract 10. */
export const CONTACT_POINT_TYPES = ['office', 'mobile', 'home', 'direct', 'fax', 'url', 'other'] as const

/** The lists of a contact, the key of the value in each, and what a rep calls one of them. */
export const POINT_LISTS = [
  { list: 'emails', key: 'email', noun: 'email' },
  { list: 'phones', key: 'phone', noun: 'phone' },
  { list: 'urls', key: 'url', noun: 'URL' },
] as const
export type PointList = (typeof POINT_LISTS)[number]['list']

/** The type that a new line of a list has. */
export function firstPointType(list: PointList): string {
  return list === 'urls' ? 'url' : CONTACT_POINT_TYPES[0]
}

/** Why a text is surely no e-mail, phone or URL; null for one that may be, and for an empty line. The server has the last word. */
export function pointProblem(list: PointList, value: string): string | null {
  const text = value.trim()
  if (text === '') return null
  if (list === 'emails')
    return /^[^\s@]+@[^\s@]+$/.test(text) ? null : 'An email looks like name@example.com.'
  if (list === 'phones') return /\d/.test(text) ? null : 'A phone number has digits.'
  return /\s/.test(text) ? 'A URL has no spaces.' : null
}
