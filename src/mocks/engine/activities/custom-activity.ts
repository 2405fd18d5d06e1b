import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { readKnown } from '#mocks/engine/http/validate.ts'
import { textOf } from '#mocks/engine/record.ts'
import { demandRequired, readCustomPatch } from '#mocks/engine/writes/custom-patch.ts'
import type { ActivityKind } from './kind.ts'

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
    const own: Record<string, unknown> = { ...(before ? {} : defaults), ...given, ...custom }
    const after = { ...before, ...own }
    if (after['status'] === 'published') demandRequired(call, target, after, problems)
    return own
  },
}

/** Whether any activity is of a custom type. */
export function isTypeInUse(call: Call, typeId: string): boolean {
  for (const activity of call.tx.all('activity')) {
    if (activity['custom_activity_type_id'] === typeId) return true
  }
  return false
}
