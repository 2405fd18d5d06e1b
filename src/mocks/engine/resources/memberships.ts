import type { Call, Reply } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { find, send } from './crud.ts'

/** `GET /membership/{id}/`: who belongs to the organisation in which role. Source: contract 16. */
export function getMembership(call: Call): Reply {
  return send(call, 'membership', find(call, 'membership', 'Membership'))
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
