import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/custom_object_type/`; one that objects have stays [guess]. Source: contract 3, 6, 14. */
export const CUSTOM_OBJECT_TYPE_ROUTES = crudRoutes({
  path: '/custom_object_type/',
  table: 'custom_object_type',
  model: 'CustomObjectType',
  prefix: 'cotype_',
  permission: 'manage_customizations',
  statuses: { POST: 201, DELETE: 204 },
  checks: (call) => ({
    name: check.required(check.text),
    name_plural: check.required(check.text),
    description: check.nullable(check.text),
    api_create_only: check.bool,
    editable_with_roles: check.listOf(check.reference((id) => call.tx.get('role', id))),
  }),
  required: ['name', 'name_plural'],
  beforeDelete(call, type) {
    for (const object of call.tx.all('custom_object')) {
      if (object['custom_object_type_id'] === type.id) {
        throw plain(400, 'The custom object type is still in use.')
      }
    }
  },
})
