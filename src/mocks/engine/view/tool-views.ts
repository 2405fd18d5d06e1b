import type { Rec } from '#mocks/engine/state.ts'
import { AUTHORED } from './authored.ts'
import { stored, type View } from './view.ts'

/** Smart Views, integration links, webhooks, templates, outcomes, custom activity types. Source: contract 13, 17, 20. */

export const SAVED_SEARCH_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  user_id: stored('user_id'),
  name: stored('name'),
  description: stored('description'),
  type: stored('type', 'lead'),
  query: stored('query'),
  s_query: stored('s_query'),
  selected_fields: stored('selected_fields', []),
  is_shared: stored('is_shared', false),
  is_user_dependent: stored('is_user_dependent', false),
  shared_with: stored('shared_with', []),
  sharing_settings: stored('sharing_settings'),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
}

export const INTEGRATION_LINK_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  url: stored('url'),
  type: stored('type'),
  ...AUTHORED,
}

export const WEBHOOK_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  url: stored('url'),
  events: stored('events', []),
  status: stored('status', 'active'),
  verify_ssl: stored('verify_ssl', true),
  ...AUTHORED,
}

export const EMAIL_TEMPLATE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  subject: stored('subject', ''),
  body: stored('body', ''),
  is_shared: stored('is_shared', false),
  is_archived: stored('is_archived', false),
  attachments: stored('attachments', []),
  ...AUTHORED,
}

export const OUTCOME_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  description: stored('description'),
  type: stored('type', 'custom'),
  applies_to: (_reader, outcome) => outcomeAppliesTo(outcome),
  ...AUTHORED,
}

/** Kinds of activities that may have an outcome: calls and meetings, or calls alone for a dropped voicemail. */
export function outcomeAppliesTo(outcome: Rec): readonly unknown[] {
  const given = outcome['applies_to']
  if (Array.isArray(given)) return given
  return outcome['type'] === 'vm-dropped' ? ['calls'] : ['calls', 'meetings']
}

export const CUSTOM_ACTIVITY_TYPE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  description: stored('description'),
  api_create_only: stored('api_create_only', false),
  editable_with_roles: stored('editable_with_roles', []),
  is_archived: stored('is_archived', false),
  ...AUTHORED,
}
