import type { Call } from '#mocks/engine/call.ts'
import { customFieldsOf } from '#mocks/engine/custom-fields.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { readKnown, REQUIRED } from '#mocks/engine/http/validate.ts'
import { objectsOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { readCustomPatch } from '#mocks/engine/writes/custom-patch.ts'
import type { ActivityBody, ActivityKind } from './kind.ts'

/**
 * Activities of a type that the organisation defined, with custom fields of its own. A published one needs its
 * required fields. Source: Custom Activities; contract 13, 14.
 */
export const CUSTOM: ActivityKind = {
  type: 'Custom',
  path: 'custom',
  writes: ['POST', 'PUT', 'DELETE'],
  read(input) {
    const { call, body, before, leadId, problems } = input
    const given = readKnown(
      body,
      {
        custom_activity_type_id: check.reference((id) => call.tx.get('custom_activity_type', id)),
        status: check.oneOf(['draft', 'published']),
        pinned: check.bool,
      },
      problems,
      before ? [] : ['custom_activity_type_id'],
    )
    const typeId = textOf(before ?? given, 'custom_activity_type_id') ?? ''
    if (
      before &&
      given['custom_activity_type_id'] !== undefined &&
      given['custom_activity_type_id'] !== typeId
    ) {
      problems.add('custom_activity_type', 'Value cannot be changed.')
    }
    const target = { type: 'activity', leadId, customTypeId: typeId } as const
    const custom = readCustomPatch(call, body, target, problems)
    const defaults = { status: 'published', pinned: false }
    const own = { ...(before ? {} : defaults), ...given, ...custom }
    demandRequired(input, typeId, { ...before, ...own })
    return own
  },
}

function demandRequired(
  { call, problems }: ActivityBody,
  typeId: string,
  after: Record<string, unknown>,
): void {
  if (after['status'] !== 'published') return
  for (const field of customFieldsOf(call.tx, 'activity', typeId)) {
    const key = `custom.${field.id}`
    const isThere = (after[key] ?? after[`${key}.add`] ?? null) !== null
    if (isRequired(field, typeId) && !isThere) problems.add(key, REQUIRED)
  }
}

function isRequired(field: Rec, typeId: string): boolean {
  if (field['required'] === true) return true
  return objectsOf(field, 'associations').some(
    (association) => association['custom_activity_type_id'] === typeId && association['required'] === true,
  )
}

/** Whether any activity is of a custom type. */
export function isTypeInUse(call: Call, typeId: string): boolean {
  for (const activity of call.tx.all('activity')) {
    if (activity['custom_activity_type_id'] === typeId) return true
  }
  return false
}
