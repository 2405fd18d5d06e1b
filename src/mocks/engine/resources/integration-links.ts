import * as check from '#mocks/engine/http/validate.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/integration_link/`: URL templates that are rendered on each object of their type. Source: contract 20. */
export const INTEGRATION_LINK_ROUTES = crudRoutes({
  path: '/integration_link/',
  table: 'integration_link',
  model: 'IntegrationLink',
  prefix: 'ilink_',
  permission: 'manage_customizations',
  statuses: { POST: 200, DELETE: 200 },
  maxLimit: 100,
  checks: () => ({
    name: check.required(check.text),
    url: check.required(urlTemplate),
    type: check.oneOf(['lead', 'contact', 'opportunity']),
  }),
  required: ['name', 'url', 'type'],
})

/** A template need not be a URL before it is rendered, but it has to be one of a web page. */
const urlTemplate: check.Check = (value) => {
  if (!/^https?:\/\/\S/i.test(check.text(value) as string)) throw new check.ValueProblem('Invalid URL.')
  return value
}
