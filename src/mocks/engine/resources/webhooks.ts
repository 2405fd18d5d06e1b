import { created, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { allOf, find, send, sendPage } from './crud.ts'

const MAX_WEBHOOKS = 40

/** `/webhook/`: POST 201, DELETE 200; nothing is ever sent from here. Source: Webhooks; contract 3, 20. */

export function listWebhooks(call: Call): Reply {
  return sendPage(call, 'webhook', allOf(call, 'webhook'), { maxLimit: 100 })
}

/** The answer to the creation alone holds the key that signs deliveries [guess]. */
export function postWebhook(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  if (call.tx.size('webhook') >= MAX_WEBHOOKS) {
    throw plain(400, `An organization can have at most ${MAX_WEBHOOKS} webhooks.`)
  }
  const base = newRecord(call, 'whsub_')
  const webhook = insert(call, 'webhook', {
    ...base,
    status: 'active',
    verify_ssl: true,
    ...read(call, undefined),
  })
  const body = serialize(call.tx, 'webhook', webhook, undefined, call)
  const signature = { signature_key: call.newId('') }
  return created({ ...body, ...signature }, `/webhook/${webhook.id}/`)
}

export function getWebhook(call: Call): Reply {
  return send(call, 'webhook', find(call, 'webhook', 'Webhook'))
}

export function putWebhook(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  const webhook = find(call, 'webhook', 'Webhook')
  return send(call, 'webhook', update(call, 'webhook', { ...webhook, ...read(call, webhook) }))
}

export function deleteWebhook(call: Call): Reply {
  demandPermission(call, 'manage_organization')
  erase(call, 'webhook', find(call, 'webhook', 'Webhook'))
  return ok({})
}

const event = check.objectWith(
  {
    object_type: check.required(check.text),
    action: check.required(check.text),
    extra_filter: (value) => value,
  },
  ['object_type', 'action'],
)

const events: check.Check = (value) => {
  const list = check.listOf(event)(value) as unknown[]
  if (list.length === 0) throw new check.ValueProblem('List must not be empty.')
  return list
}

function read(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      url: check.required(check.url),
      events,
      verify_ssl: check.bool,
      status: check.oneOf(['active', 'paused']),
    },
    problems,
    before ? [] : ['url', 'events'],
  )
  problems.refuse()
  return given
}
