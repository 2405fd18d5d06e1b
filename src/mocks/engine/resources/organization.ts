import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, NOT_A_CHOICE, Problems, readKnown, ValueProblem } from '#mocks/engine/http/validate.ts'
import { organization } from '#mocks/engine/lookups.ts'
import { demandPermission, isActive } from '#mocks/engine/permissions.ts'
import { isObject, textOf, textsOf } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { memberKeys } from '#mocks/engine/view/setup-views.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { allOf, find } from './crud.ts'

/** `GET /organization/{id}/`; `_expand=memberships__user,inactive_memberships__user` nests users. Contract 16. */
export function getOrganization(call: Call): Reply {
  return sendOrganization(call, find(call, 'organization', 'Organization'))
}

/** `PUT /organization/{id}/`: name, currency, and the display order of lead statuses and pipelines. Contract 16. */
export function putOrganization(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const before = find(call, 'organization', 'Organization')
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      currency,
      lead_statuses: order(call, 'lead_status'),
      pipelines: order(call, 'pipeline'),
    },
    problems,
  )
  problems.refuse()
  const { lead_statuses: statuses, pipelines, ...own } = given
  return sendOrganization(
    call,
    update(call, 'organization', {
      ...before,
      ...own,
      ...(statuses ? { lead_status_ids: reordered(before, 'lead_status_ids', statuses as string[]) } : {}),
      ...(pipelines ? { pipeline_ids: reordered(before, 'pipeline_ids', pipelines as string[]) } : {}),
    }),
  )
}

/** The organisation inside `/me/`: without memberships. */
export function organizationBody(call: Call): Record<string, unknown> {
  return serialize(call.tx, 'organization', organization(call.tx), undefined, call)
}

function sendOrganization(call: Call, rec: Rec): Reply {
  const expanded = (call.query.get('_expand') ?? '').split(',')
  const members = (key: string, isWanted: (membership: Rec) => boolean) =>
    allOf(call, 'membership')
      .filter(isWanted)
      .map((membership) => memberBody(call, membership, expanded.includes(`${key}__user`)))
  const body = {
    ...serialize(call.tx, 'organization', rec, undefined, call),
    memberships: members('memberships', isActive),
    inactive_memberships: members('inactive_memberships', (membership) => !isActive(membership)),
  }
  return ok(projectFields(body, call.fields))
}

function memberBody(call: Call, membership: Rec, nested: boolean): Record<string, unknown> {
  const own = serialize(call.tx, 'membership', membership, undefined, call)
  if (!nested) return { ...own, ...memberKeys(call.tx, membership) }
  const { user_id: _userId, ...rest } = own
  const user = call.tx.get('user', textOf(membership, 'user_id') ?? '')
  return { ...rest, user: user ? serialize(call.tx, 'user', user, undefined, call) : null }
}

const currency: check.Check = (value) => {
  const code = check.text(value) as string
  if (!/^[A-Z]{3}$/.test(code)) throw new ValueProblem(NOT_A_CHOICE)
  return code
}

/** A display order, `[{"id": …}, …]`, as ids. */
function order(call: Call, table: 'lead_status' | 'pipeline'): check.Check {
  return check.listOf((item) => {
    const id = isObject(item) ? item['id'] : item
    if (typeof id !== 'string' || !call.tx.get(table, id)) throw new ValueProblem(NO_OBJECT)
    return id
  })
}

/** What an order leaves out keeps its place behind it [guess]. */
function reordered(before: Rec, key: string, ids: string[]): string[] {
  return [...new Set([...ids, ...textsOf(before, key)])]
}
