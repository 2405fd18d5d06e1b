import { created, type Call, type Reply } from '#mocks/engine/call.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import type { Routes } from '#mocks/engine/http/router.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { serialize } from '#mocks/engine/serialize.ts'
import { createByRules, crudRoutes, type CrudRules } from './crud-routes.ts'

const MAX_WEBHOOKS = 40
const PERMISSION = 'manage_organization'

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

const WEBHOOK_RULES: CrudRules = {
  path: '/webhook/',
  table: 'webhook',
  model: 'Webhook',
  prefix: 'whsub_',
  permission: PERMISSION,
  statuses: { POST: 201, DELETE: 200 },
  maxLimit: 100,
  checks: () => ({
    url: check.required(check.url),
    events,
    verify_ssl: check.bool,
    status: check.oneOf(['active', 'paused']),
  }),
  required: ['url', 'events'],
  blank: { status: 'active', verify_ssl: true },
}

/** `/webhook/`: nothing is ever sent from here. Source: Webhooks; contract 3, 20. */
export const WEBHOOK_ROUTES: Routes = { ...crudRoutes(WEBHOOK_RULES), 'POST /webhook/': postWebhook }

/** The answer to the creation alone holds the key that signs deliveries [guess]. */
function postWebhook(call: Call): Reply {
  demandPermission(call, PERMISSION)
  if (call.tx.size('webhook') >= MAX_WEBHOOKS) {
    throw plain(400, `An organization can have at most ${MAX_WEBHOOKS} webhooks.`)
  }
  const webhook = createByRules(call, WEBHOOK_RULES)
  const body = serialize(call.tx, 'webhook', webhook, undefined, call)
  return created({ ...body, signature_key: call.newId('') }, `/webhook/${webhook.id}/`)
}
