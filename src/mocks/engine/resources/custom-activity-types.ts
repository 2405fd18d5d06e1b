import { isTypeInUse } from '#mocks/engine/activities/custom-activity.ts'
import { plain } from '#mocks/engine/http/refusal.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/custom_activity/`, the types of custom activities; one that activities have stays [guess]. Contract 3, 13. */
export const CUSTOM_ACTIVITY_TYPE_ROUTES = crudRoutes({
  path: '/custom_activity/',
  table: 'custom_activity_type',
  model: 'CustomActivityType',
  prefix: 'actitype_',
  permission: 'manage_customizations',
  statuses: { POST: 201, DELETE: 204 },
  checks: (call) => ({
    name: check.required(check.text),
    description: check.nullable(check.text),
    api_create_only: check.bool,
    is_archived: check.bool,
    editable_with_roles: check.listOf(check.reference((id) => call.tx.get('role', id))),
  }),
  required: ['name'],
  beforeDelete(call, type) {
    if (isTypeInUse(call, type.id)) {
      throw plain(400, 'The custom activity type is still used by activities.')
    }
  },
})
