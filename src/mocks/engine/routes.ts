import type { Routes } from './http/router.ts'
import { ACTIVITY_ROUTES } from './resources/activities.ts'
import * as associations from './resources/associations.ts'
import { BULK_ACTION_ROUTES } from './resources/bulk-actions.ts'
import * as contacts from './resources/contacts.ts'
import { CUSTOM_ACTIVITY_TYPE_ROUTES } from './resources/custom-activity-types.ts'
import * as customObjects from './resources/custom-objects.ts'
import { CUSTOM_OBJECT_TYPE_ROUTES } from './resources/custom-object-types.ts'
import { CUSTOM_FIELD_ROUTES } from './resources/custom-fields.ts'
import * as schema from './resources/custom-field-schema.ts'
import { EMAIL_TEMPLATE_ROUTES } from './resources/email-templates.ts'
import * as exports from './resources/exports.ts'
import * as events from './resources/events.ts'
import { INTEGRATION_LINK_ROUTES } from './resources/integration-links.ts'
import * as leads from './resources/leads.ts'
import * as leadStatuses from './resources/lead-statuses.ts'
import * as memberships from './resources/memberships.ts'
import { postMerge } from './resources/merge.ts'
import * as opportunities from './resources/opportunities.ts'
import * as opportunityStatuses from './resources/opportunity-statuses.ts'
import { OUTCOME_ROUTES } from './resources/outcomes.ts'
import * as organization from './resources/organization.ts'
import * as pipelines from './resources/pipelines.ts'
import { ROLE_ROUTES } from './resources/roles.ts'
import { SEQUENCE_ROUTES } from './resources/sequences.ts'
import * as subscriptions from './resources/sequence-subscriptions.ts'
import * as savedSearches from './resources/saved-searches.ts'
import { postSearch } from './resources/search.ts'
import * as tasks from './resources/tasks.ts'
import * as users from './resources/users.ts'
import { WEBHOOK_ROUTES } from './resources/webhooks.ts'

const SHARED = '/custom_field/shared/{id}/association/'

/** Everything that the engine answers, by method and path below `/api/v1`. */
export const ROUTES: Routes = {
  'GET /lead/': leads.listLeads,
  'POST /lead/': leads.postLead,
  'POST /lead/merge/': postMerge,
  'GET /lead/{id}/': leads.getLead,
  'PUT /lead/{id}/': leads.putLead,
  'DELETE /lead/{id}/': leads.deleteLead,

  'GET /contact/': contacts.listContacts,
  'POST /contact/': contacts.postContact,
  'GET /contact/{id}/': contacts.getContact,
  'PUT /contact/{id}/': contacts.putContact,
  'DELETE /contact/{id}/': contacts.deleteContact,

  'GET /opportunity/': opportunities.listOpportunities,
  'POST /opportunity/': opportunities.postOpportunity,
  'GET /opportunity/{id}/': opportunities.getOpportunity,
  'PUT /opportunity/{id}/': opportunities.putOpportunity,
  'DELETE /opportunity/{id}/': opportunities.deleteOpportunity,

  'GET /task/': tasks.listTasks,
  'POST /task/': tasks.postTask,
  'PUT /task/': tasks.putTasks,
  'GET /task/{id}/': tasks.getTask,
  'PUT /task/{id}/': tasks.putTask,
  'DELETE /task/{id}/': tasks.deleteTask,

  ...ACTIVITY_ROUTES,

  ...CUSTOM_FIELD_ROUTES,
  [`POST ${SHARED}`]: associations.postAssociation,
  [`GET ${SHARED}{objectType}/`]: associations.getAssociation,
  [`PUT ${SHARED}{objectType}/`]: associations.putAssociation,
  [`DELETE ${SHARED}{objectType}/`]: associations.deleteAssociation,
  [`GET ${SHARED}{objectType}/{typeId}/`]: associations.getAssociation,
  [`PUT ${SHARED}{objectType}/{typeId}/`]: associations.putAssociation,
  [`DELETE ${SHARED}{objectType}/{typeId}/`]: associations.deleteAssociation,
  'GET /custom_field_schema/{type}/': schema.getSchema,
  'PUT /custom_field_schema/{type}/': schema.putSchema,
  'GET /custom_field_schema/{type}/{customTypeId}/': schema.getSchema,
  'PUT /custom_field_schema/{type}/{customTypeId}/': schema.putSchema,

  'GET /status/lead/': leadStatuses.listLeadStatuses,
  'POST /status/lead/': leadStatuses.postLeadStatus,
  'GET /status/lead/{id}/': leadStatuses.getLeadStatus,
  'PUT /status/lead/{id}/': leadStatuses.putLeadStatus,
  'DELETE /status/lead/{id}/': leadStatuses.deleteLeadStatus,

  'GET /status/opportunity/': opportunityStatuses.listOpportunityStatuses,
  'POST /status/opportunity/': opportunityStatuses.postOpportunityStatus,
  'GET /status/opportunity/{id}/': opportunityStatuses.getOpportunityStatus,
  'PUT /status/opportunity/{id}/': opportunityStatuses.putOpportunityStatus,
  'DELETE /status/opportunity/{id}/': opportunityStatuses.deleteOpportunityStatus,

  'GET /pipeline/': pipelines.listPipelines,
  'POST /pipeline/': pipelines.postPipeline,
  'GET /pipeline/{id}/': pipelines.getPipeline,
  'PUT /pipeline/{id}/': pipelines.putPipeline,
  'DELETE /pipeline/{id}/': pipelines.deletePipeline,

  'GET /me/': users.getMe,
  'GET /user/': users.listUsers,
  'GET /user/availability/': users.listAvailability,
  'GET /user/{id}/': users.getUser,
  'GET /api_key/': users.listApiKeys,
  'GET /api_key/{id}/': users.getApiKey,
  'GET /organization/{id}/': organization.getOrganization,
  'PUT /organization/{id}/': organization.putOrganization,
  ...ROLE_ROUTES,
  'GET /membership/{id}/': memberships.getMembership,
  'PUT /membership/{id}/': memberships.putMembership,

  'POST /data/search/': postSearch,
  'GET /saved_search/': savedSearches.listSavedSearches,
  'POST /saved_search/': savedSearches.postSavedSearch,
  'GET /saved_search/{id}/': savedSearches.getSavedSearch,
  'PUT /saved_search/{id}/': savedSearches.putSavedSearch,
  'DELETE /saved_search/{id}/': savedSearches.deleteSavedSearch,

  ...BULK_ACTION_ROUTES,

  'GET /export/': exports.listExports,
  'POST /export/lead/': exports.postLeadExport,
  'POST /export/opportunity/': exports.postOpportunityExport,
  'GET /export/{id}/': exports.getExport,

  ...INTEGRATION_LINK_ROUTES,
  ...WEBHOOK_ROUTES,
  ...EMAIL_TEMPLATE_ROUTES,
  ...OUTCOME_ROUTES,

  ...SEQUENCE_ROUTES,
  'GET /sequence_subscription/': subscriptions.listSubscriptions,
  'POST /sequence_subscription/': subscriptions.postSubscription,
  'GET /sequence_subscription/{id}/': subscriptions.getSubscription,
  'PUT /sequence_subscription/{id}/': subscriptions.putSubscription,
  'DELETE /sequence_subscription/{id}/': subscriptions.deleteSubscription,

  ...CUSTOM_ACTIVITY_TYPE_ROUTES,
  ...CUSTOM_OBJECT_TYPE_ROUTES,
  'GET /custom_object/': customObjects.listCustomObjects,
  'POST /custom_object/': customObjects.postCustomObject,
  'GET /custom_object/{id}/': customObjects.getCustomObject,
  'PUT /custom_object/{id}/': customObjects.putCustomObject,
  'DELETE /custom_object/{id}/': customObjects.deleteCustomObject,

  'GET /event/': events.listEvents,
  'GET /event/{id}/': events.getEvent,
}
