import type { Call, Reply } from '#mocks/engine/call.ts'
import { EDIT_TYPES, isEditOf, readEdit } from '#mocks/engine/bulk/edit-types.ts'
import { startAction, type Action } from '#mocks/engine/bulk/start.ts'
import { byValue, passing } from '#mocks/engine/http/filters.ts'
import { invalid, notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import type { Routes } from '#mocks/engine/http/router.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import { numberOf, textOf } from '#mocks/engine/record.ts'
import { momentOf } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { update } from '#mocks/engine/writes/save.ts'
import { allOf, send, sendPage } from './crud.ts'

const PAUSABLE_MS = 7 * 24 * 3_600_000

const SUBSCRIBING = ['subscribe', 'resume', 'resume_finished', 'pause']
const SENDER_KEYS = ['sequence_id', 'sender_account_id', 'sender_name', 'sender_email', 'contact_preference']
const PREFERENCE = check.oneOf(['lead', 'contact'])

const MODELS: Record<Action, string> = {
  edit: 'BulkEdit',
  delete: 'BulkDelete',
  email: 'BulkEmail',
  sequence_subscription: 'BulkSequenceSubscription',
}

const POSTS: Record<Action, (call: Call) => Rec> = {
  edit: postEdit,
  delete: postDelete,
  email: postEmail,
  sequence_subscription: postSubscription,
}

/** `/bulk_action/{edit,delete,email,sequence_subscription}/`, all POST 200. Source: Bulk Actions; contract 20. */
export const BULK_ACTION_ROUTES: Routes = Object.assign(
  {},
  ...(Object.keys(POSTS) as Action[]).map((action): Routes => {
    const base = `/bulk_action/${action}/`
    return {
      [`GET ${base}`]: (call) => list(call, action),
      [`POST ${base}`]: (call) => send(call, 'bulk_action', POSTS[action](call)),
      [`GET ${base}{id}/`]: (call) => send(call, 'bulk_action', findAction(call, action)),
      [`PUT ${base}{id}/`]: (call) => putAction(call, action),
    }
  }),
)

/** Newest first [guess]. */
function list(call: Call, action: Action): Reply {
  const filters = action === 'email' ? byValue(call.query, 'template_id') : []
  const actions = passing(allOf(call, 'bulk_action').toReversed(), [
    (rec) => rec['action'] === action,
    ...filters,
  ])
  return sendPage(call, 'bulk_action', actions, { maxLimit: 100 })
}

/** Needs `bulk_edit`; the query must find objects of the kind that the edit's `type` is for. */
function postEdit(call: Call): Rec {
  demandPermission(call, 'bulk_edit')
  const first = new Problems()
  const { type } = readKnown(call.body, { type: check.oneOf(EDIT_TYPES) }, first, ['type'])
  first.refuse()
  return startAction(call, 'edit', ({ table, objectType }, problems) => {
    if (typeof type !== 'string') return { shown: {} }
    if (!isEditOf(type, table)) problems.add('s_query', `Objects of type ${objectType} cannot be edited so.`)
    const { shown, patches } = readEdit(call, type, table, problems)
    return { shown: { type, ...shown }, patches }
  })
}

/** Needs `bulk_delete`; deletes what the query finds, of whatever type. */
function postDelete(call: Call): Rec {
  demandPermission(call, 'bulk_delete')
  return startAction(call, 'delete', ({ objectType }) => ({ shown: { bulk_object_type: objectType } }))
}

/** Needs `bulk_email`. Without a sender the caller's own address [guess]. */
function postEmail(call: Call): Rec {
  demandPermission(call, 'bulk_email')
  return startAction(call, 'email', ({ table }, problems) => {
    demandLeads(table, problems)
    const checks = {
      template_id: check.reference((id) => call.tx.get('email_template', id)),
      contact_preference: PREFERENCE,
      email_account_id: check.nullable(check.text),
      sender: check.nullable(check.text),
    }
    const given = readKnown(call.body, checks, problems, ['template_id'])
    const own = textOf(call.tx.get('user', call.callerId), 'email')
    const sender = given['sender'] ?? own
    return { shown: { contact_preference: 'lead', email_account_id: null, ...given, sender } }
  })
}

/** Needs `bulk_email` [guess]. To subscribe, sequence, sender and preference are required. */
function postSubscription(call: Call): Rec {
  demandPermission(call, 'bulk_email')
  return startAction(call, 'sequence_subscription', ({ table }, problems) => {
    demandLeads(table, problems)
    const checks = {
      action_type: check.oneOf(SUBSCRIBING),
      sequence_id: check.nullable(check.reference((id) => call.tx.get('sequence', id))),
      contact_preference: check.nullable(PREFERENCE),
      sender_account_id: check.nullable(check.text),
      sender_name: check.nullable(check.text),
      sender_email: check.nullable(check.email),
      calls_assigned_to: check.nullable(check.listOf(check.reference((id) => call.tx.get('user', id)))),
      from_phone_number_id: check.nullable(check.text),
    }
    const needed = call.body['action_type'] === 'subscribe' ? SENDER_KEYS : []
    const given = readKnown(call.body, checks, problems, ['action_type', ...needed])
    const absent = Object.fromEntries(Object.keys(checks).map((key) => [key, null]))
    return { shown: { ...absent, ...given } }
  })
}

function demandLeads(table: string, problems: Problems): void {
  if (table !== 'lead') problems.add('s_query', 'The query must find leads.')
}

/** `PUT {"status": "paused" | "resuming"}`, within 7 days. */
function putAction(call: Call, action: Action): Reply {
  const before = findAction(call, action)
  const problems = new Problems()
  const { status } = readKnown(call.body, { status: check.oneOf(['paused', 'resuming']) }, problems)
  problems.refuse()
  if (status === undefined) return send(call, 'bulk_action', before)
  const isPaused = before['status'] === 'paused'
  const age = call.now - momentOf(textOf(before, 'date_created') ?? '')
  const canChange = before['status'] !== 'done' && age <= PAUSABLE_MS && (status === 'resuming') === isPaused
  if (!canChange) throw invalid({ status: 'Value cannot be changed.' })
  const resumed = { resumed_at: call.now, resumed_from: numberOf(before, 'n_objects_processed') ?? 0 }
  return send(call, 'bulk_action', update(call, 'bulk_action', { ...before, status, ...resumed }))
}

function findAction(call: Call, action: Action): Rec {
  const rec = call.tx.get('bulk_action', call.params['id'] ?? '')
  if (rec?.['action'] !== action) throw notFound(MODELS[action])
  return rec
}
