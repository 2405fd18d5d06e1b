import { SMART_FIELDS, smartField } from '#mocks/engine/search/smart-fields.ts'
import { BULK_ACTION_VIEW } from './bulk/view.ts'
import type { Reader, Rec, Table } from './state.ts'
import { renderActivity } from './view/activity-view.ts'
import { CONTACT_VIEW } from './view/contact-view.ts'
import { CUSTOM_OBJECT_TYPE_VIEW, CUSTOM_OBJECT_VIEW } from './view/custom-object-views.ts'
import { CUSTOM_FIELD_VIEW } from './view/custom-field-view.ts'
import { EXPORT_VIEW } from './view/export-view.ts'
import { LEAD_VIEW } from './view/lead-view.ts'
import { OPPORTUNITY_EXTRAS } from './view/opportunity-extras.ts'
import { OPPORTUNITY_VIEW } from './view/opportunity-view.ts'
import {
  LEAD_STATUS_VIEW,
  MEMBERSHIP_VIEW,
  OPPORTUNITY_STATUS_VIEW,
  ORGANIZATION_VIEW,
  PIPELINE_VIEW,
  ROLE_VIEW,
  USER_VIEW,
} from './view/setup-views.ts'
import { SEQUENCE_SUBSCRIPTION_VIEW, SEQUENCE_VIEW } from './view/sequence-views.ts'
import { TASK_VIEW } from './view/task-view.ts'
import {
  CUSTOM_ACTIVITY_TYPE_VIEW,
  EMAIL_TEMPLATE_VIEW,
  INTEGRATION_LINK_VIEW,
  OUTCOME_VIEW,
  SAVED_SEARCH_VIEW,
  WEBHOOK_VIEW,
} from './view/tool-views.ts'
import { render, type View, type ViewContext } from './view/view.ts'

/** Stored records as the API sends them. Smart Fields must not import this file: it asks them. */

/**
 * A lead as the API sends it. Without `fields` everything but Smart Fields; `_all` is everything and all
 * Smart Fields; a Smart Field's own name adds it. Source: Lead API, "_fields"; contract 8.1, 8.2.
 */
export function serializeLead(
  reader: Reader,
  lead: Rec,
  fields: readonly string[] | undefined,
  ctx: ViewContext,
): Record<string, unknown> {
  const all = fields?.includes('_all') ?? false
  const sent = render(LEAD_VIEW, reader, lead, all ? undefined : fields, ctx)
  for (const name of all ? SMART_FIELDS : (fields ?? [])) {
    if (name in sent || name === 'custom' || name.startsWith('custom.')) continue
    const value = smartField(reader, lead, name, ctx)
    if (value !== undefined) sent[name] = value
  }
  return sent
}

const VIEWS: Partial<Record<Table, View>> = {
  contact: CONTACT_VIEW,
  opportunity: OPPORTUNITY_VIEW,
  task: TASK_VIEW,
  custom_field: CUSTOM_FIELD_VIEW,
  lead_status: LEAD_STATUS_VIEW,
  opportunity_status: OPPORTUNITY_STATUS_VIEW,
  pipeline: PIPELINE_VIEW,
  user: USER_VIEW,
  role: ROLE_VIEW,
  membership: MEMBERSHIP_VIEW,
  organization: ORGANIZATION_VIEW,
  saved_search: SAVED_SEARCH_VIEW,
  bulk_action: BULK_ACTION_VIEW,
  export: EXPORT_VIEW,
  integration_link: INTEGRATION_LINK_VIEW,
  webhook: WEBHOOK_VIEW,
  email_template: EMAIL_TEMPLATE_VIEW,
  outcome: OUTCOME_VIEW,
  sequence: SEQUENCE_VIEW,
  sequence_subscription: SEQUENCE_SUBSCRIPTION_VIEW,
  custom_activity_type: CUSTOM_ACTIVITY_TYPE_VIEW,
  custom_object_type: CUSTOM_OBJECT_TYPE_VIEW,
  custom_object: CUSTOM_OBJECT_VIEW,
}

/** With the keys that are sent only when they are named. */
const NAMED_VIEWS: Partial<Record<Table, View>> = {
  opportunity: { ...OPPORTUNITY_VIEW, ...OPPORTUNITY_EXTRAS },
}

/** A record of any table as the API sends it: everything, or just the top-level keys in `fields`. Contract 3. */
export function serialize(
  reader: Reader,
  table: Table,
  rec: Rec,
  fields: readonly string[] | undefined,
  ctx: ViewContext,
): Record<string, unknown> {
  if (table === 'lead') return serializeLead(reader, rec, fields, ctx)
  if (table === 'activity') return renderActivity(reader, rec, fields, ctx)
  const view = (fields && NAMED_VIEWS[table]) ?? VIEWS[table] ?? {}
  return render(view, reader, rec, fields, ctx)
}
