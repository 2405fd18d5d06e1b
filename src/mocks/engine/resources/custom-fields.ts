import { noContent, ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { notFound } from '#mocks/engine/http/refusal.ts'
import type { Routes } from '#mocks/engine/http/router.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import type { Rec } from '#mocks/engine/state.ts'
import {
  createCustomField,
  removeCustomField,
  updateCustomField,
  type CustomFieldKind,
} from '#mocks/engine/writes/custom-fields.ts'
import { bodiesOf, send, sendCreated, sendPage } from './crud.ts'

/** How 404s name each kind. Source: contract 4. */
const MODELS: Record<CustomFieldKind, string> = {
  lead: 'LeadCustomField',
  contact: 'ContactCustomField',
  opportunity: 'OpportunityCustomField',
  activity: 'ActivityCustomField',
  custom_object_type: 'CustomObjectTypeCustomField',
  shared: 'SharedCustomField',
}

/** Kinds that answer 201 and 204. Source: contract 3, 14. */
const NEWER: ReadonlySet<CustomFieldKind> = new Set(['custom_object_type'])

/** Kinds whose list comes all at once and without `has_more`. Source: contract 6, 14. */
const UNPAGED: ReadonlySet<CustomFieldKind> = new Set(['custom_object_type', 'shared'])

const KINDS = Object.keys(MODELS) as CustomFieldKind[]

/** `/custom_field/{lead,contact,opportunity,activity,custom_object_type,shared}/`. Source: Custom Fields; contract 14. */
export const CUSTOM_FIELD_ROUTES: Routes = Object.assign({}, ...KINDS.map(routesOf))

function routesOf(kind: CustomFieldKind): Routes {
  const base = `/custom_field/${kind}/`
  return {
    [`GET ${base}`]: (call) => list(call, kind),
    [`POST ${base}`]: (call) => {
      demandPermission(call, 'manage_customizations')
      const field = createCustomField(call, kind, call.body)
      if (!NEWER.has(kind)) return send(call, 'custom_field', field)
      return sendCreated(call, 'custom_field', field, base)
    },
    [`GET ${base}{id}/`]: (call) => send(call, 'custom_field', findField(call, kind)),
    [`PUT ${base}{id}/`]: (call) => {
      demandPermission(call, 'manage_customizations')
      return send(call, 'custom_field', updateCustomField(call, findField(call, kind), call.body))
    },
    [`DELETE ${base}{id}/`]: (call) => {
      demandPermission(call, 'manage_customizations')
      removeCustomField(call, findField(call, kind))
      return NEWER.has(kind) ? noContent() : ok({})
    },
  }
}

function list(call: Call, kind: CustomFieldKind): Reply {
  const fields = [...call.tx.all('custom_field')].filter((field) => field['object_type'] === kind)
  if (!UNPAGED.has(kind)) return sendPage(call, 'custom_field', fields, { maxLimit: 1000 })
  return ok({ data: bodiesOf(call, 'custom_field', fields) })
}

/** The field of a kind that the path's `{id}` names. */
export function findField(call: Call, kind: CustomFieldKind): Rec {
  const field = call.tx.get('custom_field', call.params['id'] ?? '')
  if (field?.['object_type'] !== kind) throw notFound(MODELS[kind])
  return field
}
