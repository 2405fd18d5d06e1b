import { created, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

/** `/role/`: POST 201, DELETE 200. Built-in roles stay as they are [guess]. Source: contract 3, 16. */

const CHECKS = {
  name: check.required(check.text),
  permissions: check.listOf(check.text),
  visibility_user_lcf_ids: check.listOf(check.text),
  visibility_user_lcf_behavior: check.nullable(check.text),
}

export function listRoles(call: Call): Reply {
  return sendPage(call, 'role', allOf(call, 'role'), { maxLimit: 100 })
}

export function postRole(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const problems = new Problems()
  const given = readKnown(call.body, CHECKS, problems, ['name'])
  problems.refuse()
  const role = insert(call, 'role', { ...newRecord(call, 'role_'), permissions: [], ...given })
  return created(serialize(call.tx, 'role', role, call.fields, call), `/role/${role.id}/`)
}

export function getRole(call: Call): Reply {
  return send(call, 'role', find(call, 'role', 'Role'))
}

export function putRole(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const role = find(call, 'role', 'Role')
  if (role['is_builtin'] === true) throw plain(400, 'Built-in roles cannot be changed.')
  const problems = new Problems()
  const given = readKnown(call.body, CHECKS, problems)
  problems.refuse()
  return send(call, 'role', update(call, 'role', { ...role, ...given }))
}

export function deleteRole(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const role = find(call, 'role', 'Role')
  if (role['is_builtin'] === true) throw plain(400, 'Built-in roles cannot be deleted.')
  const isUsed = allOf(call, 'membership').some((membership) => membership['role_id'] === role.id)
  if (isUsed) throw plain(400, 'The role is still used by memberships.')
  erase(call, 'role', role)
  return ok({})
}

/** `PUT /membership/{id}/ {"role_id"}`: gives a member another role. Source: contract 3, 16. */
export function putMembership(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const membership = find(call, 'membership', 'Membership')
  const problems = new Problems()
  const checks = { role_id: check.required(check.reference((id) => call.tx.get('role', id))) }
  const given = readKnown(call.body, checks, problems)
  problems.refuse()
  return send(call, 'membership', update(call, 'membership', { ...membership, ...given }))
}

export function getMembership(call: Call): Reply {
  return send(call, 'membership', find(call, 'membership', 'Membership'))
}
