import * as check from '#mocks/engine/http/validate.ts'
import { crudRoutes } from './crud-routes.ts'

/** `/email_template/`, the part that a lead manager needs. Source: contract 3, 6. */
export const EMAIL_TEMPLATE_ROUTES = crudRoutes({
  path: '/email_template/',
  table: 'email_template',
  model: 'EmailTemplate',
  prefix: 'tmpl_',
  statuses: { POST: 200, DELETE: 200 },
  maxLimit: 100,
  checks: () => ({
    name: check.required(check.text),
    subject: check.emptyAs('', check.text),
    body: check.emptyAs('', check.text),
    is_shared: check.bool,
    is_archived: check.bool,
  }),
  required: ['name'],
})
