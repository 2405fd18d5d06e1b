import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { projectFields } from '#mocks/engine/fields.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import { isActive } from '#mocks/engine/permissions.ts'
import { textOf } from '#mocks/engine/record.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { allOf, find, send, sendPage } from './crud.ts'
import { organizationBody } from './organization.ts'

/** `GET /me/`: the key's owner, with organisations as objects and memberships. Source: contract 16. */
export function getMe(call: Call): Reply {
  const me = call.tx.get('user', call.callerId)
  if (!me) throw notFound('User')
  const memberships = allOf(call, 'membership').filter((one) => one['user_id'] === me.id && isActive(one))
  const body = {
    ...serialize(call.tx, 'user', me, undefined, call),
    organizations: [organizationBody(call)],
    memberships: memberships.map((membership) =>
      serialize(call.tx, 'membership', membership, undefined, call),
    ),
  }
  return ok(projectFields(body, call.fields))
}

/**
 * `GET /user/`: active members [guess], by last or first name where `_order_by` says so; who left still has
 * `GET /user/{id}/`. Source: contract 16.
 */
export function listUsers(call: Call): Reply {
  const users = activeUsers(call)
  const order = call.query.get('_order_by')
  const keys = order === 'last_name,first_name' || order === 'first_name,last_name' ? order.split(',') : []
  const sortKey = (user: Rec) => keys.map((key) => textOf(user, key) ?? '').join('\u0000')
  if (keys.length > 0) users.sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
  return sendPage(call, 'user', users, { maxLimit: 1000 })
}

/** `GET /user/{id}/`. */
export function getUser(call: Call): Reply {
  return send(call, 'user', find(call, 'user', 'User'))
}

/** `GET /user/availability/`: nobody is on a call here [guess: the keys]. */
export function listAvailability(call: Call): Reply {
  const data = activeUsers(call).map((user) => ({ user_id: user.id, updated_at: null, availability: [] }))
  return ok({ data: data.map((one) => projectFields(one, call.fields)) })
}

function activeUsers(call: Call): Rec[] {
  const gone = new Set(
    allOf(call, 'membership')
      .filter((membership) => !isActive(membership))
      .map((membership) => membership['user_id']),
  )
  return allOf(call, 'user').filter((user) => !gone.has(user.id))
}

/** `GET /api_key/` and `/api_key/{id}/`: undocumented, used by official scripts. Contract 16. */
export function listApiKeys(call: Call): Reply {
  const keys = allOf(call, 'api_key').filter((key) => key['user_id'] === call.callerId)
  return ok({ has_more: false, data: keys.map((key) => projectFields(key, call.fields)) })
}

/** Any key is let in, so one that is on nobody's record is a key of the caller too. */
export function getApiKey(call: Call): Reply {
  const id = call.params['id'] ?? ''
  const key = call.tx.get('api_key', id)
  if (key && key['user_id'] !== call.callerId) throw notFound('ApiKey')
  const [own] = allOf(call, 'api_key').filter((key) => key['user_id'] === call.callerId)
  return ok(projectFields(key ?? { ...own, id }, call.fields))
}
