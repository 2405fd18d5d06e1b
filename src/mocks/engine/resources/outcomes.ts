import * as check from '#mocks/engine/http/validate.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/outcome/`, results of calls and meetings, which keep their reference to a deleted one. Contract 3, 13; Outcomes. */
export const OUTCOME_ROUTES = crudRoutes({
  path: '/outcome/',
  table: 'outcome',
  model: 'Outcome',
  prefix: 'outcome_',
  permission: 'manage_customizations',
  statuses: { POST: 201, DELETE: 200 },
  maxLimit: 100,
  checks: () => ({
    name: check.required(check.text),
    description: check.nullable(check.text),
    type: check.oneOf(['custom', 'vm-dropped']),
    applies_to: check.nullable(check.listOf(check.oneOf(['calls', 'meetings']))),
  }),
  required: ['name'],
})
