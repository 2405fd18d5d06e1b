import type { Call } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { allOf } from './crud.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/role/`: built-in roles stay as they are [guess]. Source: contract 3, 16. */
export const ROLE_ROUTES = crudRoutes({
  path: '/role/',
  table: 'role',
  model: 'Role',
  prefix: 'role_',
  permission: 'manage_organization',
  statuses: { POST: 201, DELETE: 200 },
  maxLimit: 100,
  checks: () => ({
    name: check.required(check.text),
    permissions: check.listOf(check.text),
    visibility_user_lcf_ids: check.listOf(check.text),
    visibility_user_lcf_behavior: check.nullable(check.text),
  }),
  required: ['name'],
  blank: { permissions: [] },
  beforeUpdate: (role) => refuseBuiltIn(role, 'changed'),
  beforeDelete(call, role) {
    refuseBuiltIn(role, 'deleted')
    refuseInUse(call, role)
  },
})

function refuseBuiltIn(role: Rec, verb: 'changed' | 'deleted'): void {
  if (role['is_builtin'] === true) throw plain(400, `Built-in roles cannot be ${verb}.`)
}

function refuseInUse(call: Call, role: Rec): void {
  const isUsed = allOf(call, 'membership').some((membership) => membership['role_id'] === role.id)
  if (isUsed) throw plain(400, 'The role is still used by memberships.')
}
