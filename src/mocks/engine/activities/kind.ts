import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import type { Problems } from '#mocks/engine/http/validate.ts'
import { organization } from '#mocks/engine/lookups.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { outcomeAppliesTo } from '#mocks/engine/view/tool-views.ts'
import { normalizePhone } from '#mocks/engine/writes/contact-points.ts'

/** What a kind of activity reads from a body. `before` is undefined while it is created. */
export type ActivityBody = {
  call: Call
  body: Readonly<Record<string, unknown>>
  before: Rec | undefined
  leadId: string
  problems: Problems
}

/** One `_type` of activity: its path, which writes it takes, and its own keys. Source: contract 13. */
export type ActivityKind = {
  type: string
  /** Below `/activity/`. */
  path: string
  writes: readonly ('POST' | 'PUT' | 'DELETE')[]
  /** The type's own keys that a body sets, checked; problems are collected. */
  read?(input: ActivityBody): Record<string, unknown>
}

export const attachments = check.listOf(
  check.objectWith({ url: check.text, filename: check.text, content_type: check.text, size: check.finite }),
)

export const optionalText = check.nullable(check.text)

/** An outcome that activities of this kind may have, or the one that the activity has already. Source: Outcomes. */
export function outcomeFor({ call, before }: ActivityBody, kind: 'calls' | 'meetings'): check.Check {
  return check.nullable(
    check.reference((id) => {
      const outcome = call.tx.get('outcome', id)
      return id === before?.['outcome_id'] || (outcome && outcomeAppliesTo(outcome).includes(kind))
    }),
  )
}

/** A phone number's key with `_formatted` and `_country_iso` beside it. */
export function phoneKeys(call: Call, key: string, given: unknown): Record<string, unknown> {
  if (typeof given !== 'string' || given === '') return {}
  const country = textOf(organization(call.tx), 'default_country') ?? 'US'
  const phone = normalizePhone(given, country)
  return {
    [key]: phone.phone,
    [`${key}_formatted`]: phone.phone_formatted,
    [`${key}_country_iso`]: phone.country,
  }
}
