import { noContent, type Call, type Reply } from '#mocks/engine/call.ts'
import { byValue, passing } from '#mocks/engine/http/filters.ts'
import { invalid } from '#mocks/engine/http/refusal.ts'
import { REQUIRED } from '#mocks/engine/http/validate.ts'
import { createCustomObject, demandRole, updateCustomObject } from '#mocks/engine/writes/custom-objects.ts'
import { erase } from '#mocks/engine/writes/save.ts'
import { find, send, sendCreated, sendPage } from './crud.ts'

/** `/custom_object/`, what an organisation adds to its leads: POST 201, DELETE 204. Source: contract 3, 14. */

/** Those of one lead, which is required; `custom_object_type_id` narrows. Source: Custom Objects. */
export function listCustomObjects(call: Call): Reply {
  const leadId = call.query.get('lead_id')
  if (!leadId) throw invalid({ lead_id: REQUIRED })
  const objects = call.tx.childrenOf('custom_object', leadId)
  const filters = byValue(call.query, 'custom_object_type_id')
  return sendPage(call, 'custom_object', passing(objects, filters), { maxLimit: 100 })
}

/** `POST /custom_object/` → 201. */
export function postCustomObject(call: Call): Reply {
  return sendCreated(call, 'custom_object', createCustomObject(call), '/custom_object/')
}

/** `GET /custom_object/{id}/`. */
export function getCustomObject(call: Call): Reply {
  return send(call, 'custom_object', find(call, 'custom_object', 'CustomObject'))
}

/** `PUT /custom_object/{id}/`: a patch. */
export function putCustomObject(call: Call): Reply {
  const object = find(call, 'custom_object', 'CustomObject')
  return send(call, 'custom_object', updateCustomObject(call, object))
}

/** `DELETE /custom_object/{id}/` → 204, for roles that may edit objects of its type. */
export function deleteCustomObject(call: Call): Reply {
  const object = find(call, 'custom_object', 'CustomObject')
  demandRole(call, object)
  erase(call, 'custom_object', object)
  return noContent()
}
