import { canAcceptMultipleValues, type CustomField } from '#model/custom-field.ts'
import type { Failure } from '#model/failure.ts'
import * as z from 'zod/mini'

import { CREATABLE_TYPES, type CreatableType } from './field-type.ts'
import { takenName } from './same-name.ts'

/** Source: contract 14, `description`. */
export const MAX_DESCRIPTION = 280

/** The inputs as they stand; `choices` holds one on each line. */
export type CustomFieldForm = {
  name: string
  type: CreatableType
  description: string
  choices: string
  several: boolean
}

export const EMPTY_FIELD: CustomFieldForm = {
  name: '',
  type: 'text',
  description: '',
  choices: '',
  several: false,
}

/** What is wrong with the inputs; `otherNames` are the names of the other fields. */
export function customFieldFormSchema(otherNames: readonly string[]) {
  return z
    .object({
      name: z.string().check(
        z.refine((name) => name.trim() !== '', 'Give the field a name.'),
        z.refine((name) => takenName(name, otherNames) === undefined, {
          error: ({ input }) => `There is already a field named “${takenName(String(input), otherNames)}”.`,
        }),
      ),
      type: z.enum(CREATABLE_TYPES),
      description: z
        .string()
        .check(
          z.refine(
            (text) => text.trim().length <= MAX_DESCRIPTION,
            `A description may have ${MAX_DESCRIPTION} characters.`,
          ),
        ),
      choices: z.string(),
      several: z.boolean(),
    })
    .check((context) => {
      const { type, choices } = context.value
      const message = type === 'choices' ? choicesProblem(choices) : null
      if (message) context.issues.push({ code: 'custom', path: ['choices'], message, input: choices })
    })
}

/** The choices in the box: one on each line, trimmed, empty lines left out. */
export function readChoices(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function choicesProblem(text: string): string | null {
  const choices = readChoices(text)
  if (choices.length === 0) return 'Write at least one choice, each on a line of its own.'
  const twice = choices.find((choice, index) => takenName(choice, choices.slice(0, index)))
  return twice === undefined ? null : `“${twice}” is there twice.`
}

/** The choices of `before` that `text` no longer holds. */
export function removedChoices(before: readonly string[], text: string): string[] {
  const left = new Set(readChoices(text))
  return before.filter((choice) => !left.has(choice))
}

/** A field's definition as inputs. A type that can't be created is kept as it is: no input changes it. */
export function toCustomFieldForm(field: CustomField): CustomFieldForm {
  return {
    name: field.name,
    type: CREATABLE_TYPES.find((type) => type === field.type) ?? 'text',
    description: field.description ?? '',
    choices: (field.choices ?? []).join('\n'),
    several: field.accepts_multiple_values,
  }
}

/** The body that creates the field. */
export function toNewCustomField(form: CustomFieldForm) {
  const description = form.description.trim()
  return {
    name: form.name.trim(),
    type: form.type,
    ...(description ? { description } : {}),
    ...(form.type === 'choices' ? { choices: readChoices(form.choices) } : {}),
    ...(canAcceptMultipleValues(form.type) ? { accepts_multiple_values: form.several } : {}),
  }
}

/**
 * The body that changes `field` to what the inputs say, with nothing but what differs; null when nothing does.
 * Blanks around what the server has are no difference: a person who only looks changes nothing.
 */
export function toCustomFieldPatch(field: CustomField, form: CustomFieldForm) {
  const before = toCustomFieldForm(field)
  const name = form.name.trim()
  const description = form.description.trim()
  const choices = readChoices(form.choices)
  const patch = {
    ...(name === before.name.trim() ? {} : { name }),
    ...(description === before.description.trim() ? {} : { description: description || null }),
    ...(field.type !== 'choices' || isSameList(choices, readChoices(before.choices)) ? {} : { choices }),
  }
  return Object.keys(patch).length === 0 ? null : patch
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}

const INPUTS: Record<string, keyof CustomFieldForm> = {
  name: 'name',
  type: 'type',
  description: 'description',
  choices: 'choices',
  accepts_multiple_values: 'several',
}

/** What the server said about single inputs. `rest` is null when that was all of it. */
export function inputErrors(failure: Failure): {
  inputs: { input: keyof CustomFieldForm; message: string }[]
  rest: Failure | null
} {
  if (failure.kind !== 'http') return { inputs: [], rest: failure }
  const inputs = failure.fields.flatMap(({ path, message }) => {
    const input = INPUTS[path[0] ?? '']
    return input ? [{ input, message }] : []
  })
  const fields = failure.fields.filter(({ path }) => !INPUTS[path[0] ?? ''])
  const isAll = inputs.length > 0 && fields.length === 0 && failure.messages.length === 0
  return { inputs, rest: isAll ? null : { ...failure, fields } }
}
