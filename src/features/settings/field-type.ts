import type { CustomField } from '#model/custom-field.ts'

/**
 * Types that a new lead field may have. Left out: `textarea`, which the API keeps for activities, and
 * `custom_object`, which needs a custom object type. Source: contract 14.
 */
export const CREATABLE_TYPES = [
  'text',
  'number',
  'date',
  'datetime',
  'choices',
  'user',
  'contact',
  'hidden',
] as const
export type CreatableType = (typeof CREATABLE_TYPES)[number]

const WORDS: Record<string, string> = {
  text: 'Text',
  textarea: 'Long text',
  number: 'Number',
  date: 'Date',
  datetime: 'Date and time',
  choices: 'Choices',
  user: 'User',
  contact: 'Contact',
  custom_object: 'Custom object',
  hidden: 'Hidden',
}

/** A field type in words; one that we have never heard of by its own name. */
export function fieldTypeLabel(type: string): string {
  return WORDS[type] ?? type
}

const HELP: Record<CreatableType, string> = {
  text: 'One line.',
  number: 'Whole or decimal; sorts and filters by size.',
  date: 'A day without a time.',
  datetime: 'A moment, shown in each person’s time zone.',
  choices: 'One of a list of your own, or several.',
  user: 'A member of your organisation.',
  contact: 'One of the lead’s own contacts.',
  hidden: 'For other programs: kept and sent by the API, not shown with the lead.',
}

/** What a new field of this type holds, in a sentence. */
export function fieldTypeHelp(type: CreatableType): string {
  return HELP[type]
}

/** What a field holds, in words, e.g. "Choices, several values". */
export function fieldKindText(field: Pick<CustomField, 'type' | 'accepts_multiple_values'>): string {
  return fieldTypeLabel(field.type) + (field.accepts_multiple_values ? ', several values' : '')
}

/** The choices of a field in short, e.g. "12 choices: Flour, Yeast, Sugar, …"; null when it has none. */
export function choicesPreview(field: Pick<CustomField, 'choices'>, most = 4): string | null {
  const choices = field.choices ?? []
  if (choices.length === 0) return null
  const count = choices.length === 1 ? '1 choice' : `${choices.length} choices`
  const more = choices.length > most ? ', …' : ''
  return `${count}: ${choices.slice(0, most).join(', ')}${more}`
}
