import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { byValue, passing } from '#mocks/engine/http/filters.ts'
import { invalid, notFound } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { isObject, objectsOf, textOf, textsOf } from '#mocks/engine/record.ts'
import { naive, stamp } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { erase, insert, newRecord, update } from '#mocks/engine/writes/save.ts'
import { send, sendPage } from './crud.ts'

const TYPES =
  'lead contact opportunity call email sms meeting note whatsapp_message custom_activity form_submission'.split(
    ' ',
  )
const MAX_DEPTH = 50

/** `GET /saved_search/`: one's own and shared Smart Views, of leads unless `type` says otherwise. Contract 17. */
export function listSavedSearches(call: Call): Reply {
  const { query } = call
  const byType =
    query.has('type') || query.has('type__in')
      ? byValue(query, 'type', typeOf)
      : [(rec: Rec) => typeOf(rec) === 'lead']
  const views = passing(call.tx.all('saved_search'), [...byType, (rec) => isVisible(call, rec)])
  return sendPage(call, 'saved_search', views, { maxLimit: 100 })
}

/** `POST /saved_search/`: `name`, and `s_query` with an `object_type` node of the view's type. Contract 17. */
export function postSavedSearch(call: Call): Reply {
  const given = readView(call, undefined)
  const { id, organization_id, ...authored } = newRecord(call, 'save_')
  const view = {
    id,
    organization_id,
    user_id: call.callerId,
    description: null,
    type: 'lead',
    query: null,
    s_query: null,
    selected_fields: [],
    shared_with: [],
    ...given,
    ...sharing(call, undefined, given),
    ...authored,
  }
  return send(call, 'saved_search', insert(call, 'saved_search', view))
}

/** `GET /saved_search/{id}/`, of those that the caller may see. */
export function getSavedSearch(call: Call): Reply {
  return send(call, 'saved_search', findView(call))
}

/** `PUT /saved_search/{id}/`: a patch. */
export function putSavedSearch(call: Call): Reply {
  const view = findView(call)
  const given = readView(call, view)
  return send(
    call,
    'saved_search',
    update(call, 'saved_search', { ...view, ...given, ...sharing(call, view, given) }),
  )
}

/** `DELETE /saved_search/{id}/`. */
export function deleteSavedSearch(call: Call): Reply {
  erase(call, 'saved_search', findView(call))
  return ok({})
}

function typeOf(view: Rec): unknown {
  return view['type'] ?? 'lead'
}

function findView(call: Call): Rec {
  const view = call.tx.get('saved_search', call.params['id'] ?? '')
  if (!view || !isVisible(call, view)) throw notFound('SavedSearch')
  return view
}

function isVisible(call: Call, view: Rec): boolean {
  const settings = isObject(view['sharing_settings']) ? view['sharing_settings'] : {}
  return (
    view['user_id'] === call.callerId ||
    view['is_shared'] === true ||
    textsOf(settings, 'user_ids').includes(call.callerId)
  )
}

const searchText = check.nullable((value) => {
  if (!isObject(value)) throw new check.ValueProblem('Value must be of dict type.')
  if (!isObject(value['query']))
    throw new check.ValueProblem({ errors: [], 'field-errors': { query: check.REQUIRED } })
  return value
})

const selectedField = check.objectWith({ type_id: check.text, field_id: check.textUpTo(48) }, ['field_id'])

function readView(call: Call, before: Rec | undefined): Record<string, unknown> {
  const problems = new Problems()
  const given = readKnown(
    call.body,
    {
      name: check.required(check.text),
      description: check.nullable(check.textUpTo(300)),
      type: check.oneOf(TYPES),
      query: check.nullable(check.text),
      s_query: searchText,
      selected_fields: check.emptyAs([], check.listOf(selectedField)),
      is_shared: check.bool,
      shared_with: check.listOf(check.text),
      sharing_settings: check.nullable(sharingSettings(call)),
    },
    problems,
    before ? [] : ['name'],
  )
  problems.refuse()
  const search = given['s_query']
  if (isObject(search)) {
    const type = textOf(given, 'type') ?? textOf(before, 'type') ?? 'lead'
    if (!namesType(search['query'], type)) {
      throw invalid({ s_query: `The query must contain an object_type node of type ${type}.` })
    }
    given['is_user_dependent'] = usesCaller(search['query'])
  }
  return given
}

function sharingSettings(call: Call): check.Check {
  const settings = check.objectWith({
    whole_org: check.bool,
    user_ids: check.listOf(check.reference((id) => call.tx.get('user', id))),
    group_ids: check.listOf(check.text),
  })
  return (value) => {
    const given = settings(value) as Record<string, unknown>
    const names = [...textsOf(given, 'user_ids'), ...textsOf(given, 'group_ids')]
    if (given['whole_org'] === true && names.length > 0) {
      throw new check.ValueProblem('whole_org and user_ids or group_ids are alternatives.')
    }
    return given
  }
}

/** `is_shared` and `sharing_settings` say the same thing, so each follows the other [guess]. Contract 17. */
function sharing(
  call: Call,
  before: Rec | undefined,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const old = isObject(before?.['sharing_settings']) ? before['sharing_settings'] : undefined
  const asked = isObject(given['sharing_settings']) ? given['sharing_settings'] : undefined
  const now = naive(stamp(call.now))
  const flag = given['is_shared'] ?? before?.['is_shared'] ?? false
  const wholeOrg = asked ? asked['whole_org'] === true : flag === true
  const settings = {
    whole_org: wholeOrg,
    user_ids: wholeOrg ? [] : ((asked ?? old)?.['user_ids'] ?? []),
    group_ids: wholeOrg ? [] : ((asked ?? old)?.['group_ids'] ?? []),
    created_by_id: old?.['created_by_id'] ?? call.callerId,
    updated_by_id: call.callerId,
    created_at: old?.['created_at'] ?? now,
    updated_at: now,
  }
  return { is_shared: wholeOrg, sharing_settings: settings }
}

/** Whether the query has an `object_type` node of this type outside of related objects. */
function namesType(node: unknown, type: string, depth = 0): boolean {
  if (!isObject(node) || depth > MAX_DEPTH) return false
  if (node['type'] === 'object_type') return node['object_type'] === type
  // A nested Smart View brings its own.
  if (node['type'] === 'saved_search') return true
  return objectsOf(node, 'queries').some((inner) => namesType(inner, type, depth + 1))
}

function usesCaller(query: unknown): boolean {
  const text = JSON.stringify(query)
  return text.includes('"CURRENT_USER"') || text.includes('"type":"current_user"')
}
