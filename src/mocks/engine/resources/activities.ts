import { applyLeadPatch } from '#model/lead-patch.ts'
import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import type { ActivityKind } from '#mocks/engine/activities/kind.ts'
import { ACTIVITY_KINDS } from '#mocks/engine/activities/kinds.ts'
import { listActivities } from '#mocks/engine/activities/list.ts'
import { joinThread, removeActivity, syncThread } from '#mocks/engine/activities/threads.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import type { Routes } from '#mocks/engine/http/router.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { send } from './crud.ts'

/** The routes of all kinds of activities. Source: Activities; contract 13. */
export const ACTIVITY_ROUTES: Routes = Object.assign(
  { 'GET /activity/': (call: Call) => listActivities(call) },
  ...ACTIVITY_KINDS.map(routesOf),
)

function routesOf(kind: ActivityKind): Routes {
  const base = `/activity/${kind.path}/`
  const routes: Record<string, (call: Call) => Reply> = {
    [`GET ${base}`]: (call) => listActivities(call, kind.type),
    [`GET ${base}{id}/`]: (call) => send(call, 'activity', findActivity(call, kind)),
  }
  if (kind.writes.includes('POST')) routes[`POST ${base}`] = (call) => postActivity(call, kind)
  if (kind.writes.includes('PUT')) routes[`PUT ${base}{id}/`] = (call) => putActivity(call, kind)
  if (kind.writes.includes('DELETE')) routes[`DELETE ${base}{id}/`] = (call) => deleteActivity(call, kind)
  return routes
}

function findActivity(call: Call, kind: ActivityKind): Rec {
  const activity = call.tx.get('activity', call.params['id'] ?? '')
  if (activity?.['_type'] !== kind.type) throw notFound(kind.type)
  return activity
}

function postActivity(call: Call, kind: ActivityKind): Reply {
  const leadId = textOf(call.body, 'lead_id') ?? ''
  const problems = new Problems()
  const common = readKnown(
    call.body,
    {
      lead_id: check.reference((id) => call.tx.get('lead', id)),
      ...commonChecks(call, leadId),
      date_created: check.dateTime,
    },
    problems,
    ['lead_id'],
  )
  const own = kind.read?.({ call, body: call.body, before: undefined, leadId, problems }) ?? {}
  problems.refuse()
  const { id, organization_id, ...authored } = newRecord(call, 'acti_')
  const blank: Rec = {
    id,
    _type: kind.type,
    organization_id,
    lead_id: leadId,
    contact_id: null,
    user_id: call.callerId,
    users: [],
    ...authored,
    activity_at: common['date_created'] ?? authored['date_created'],
  }
  const activity = insert(call, 'activity', applyLeadPatch({ ...blank, ...common }, own))
  return send(call, 'activity', kind.type === 'Email' ? joinThread(call, activity) : activity)
}

function putActivity(call: Call, kind: ActivityKind): Reply {
  const before = findActivity(call, kind)
  const leadId = textOf(before, 'lead_id') ?? ''
  const problems = new Problems()
  const common = readKnown(call.body, commonChecks(call, leadId), problems)
  const own = kind.read?.({ call, body: call.body, before, leadId, problems }) ?? {}
  problems.refuse()
  const after = update(call, 'activity', applyLeadPatch({ ...before, ...common }, own))
  if (kind.type === 'Email') syncThread(call, textOf(after, 'thread_id'))
  return send(call, 'activity', after)
}

function deleteActivity(call: Call, kind: ActivityKind): Reply {
  removeActivity(call, findActivity(call, kind))
  return ok({})
}

function commonChecks(call: Call, leadId: string): Record<string, check.Check> {
  return {
    contact_id: check.nullable(check.reference((id) => call.tx.get('contact', id)?.['lead_id'] === leadId)),
    user_id: check.nullable(check.reference((id) => call.tx.get('user', id))),
    activity_at: check.dateTime,
  }
}
