import { numberFormat } from '#lib/formats.ts'
import { organization, userName } from '#mocks/engine/lookups.ts'
import { textOf, textsOf } from '#mocks/engine/record.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { AUTHORED, AUTHORED_NAIVELY } from './authored.ts'
import { optional, render, stored, type View, type ViewContext } from './view.ts'

/** What an administrator sets up: statuses, pipelines, users, roles, the organisation. Source: contract 11, 16. */

export const LEAD_STATUS_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  label: stored('label'),
  color: optional('color'),
}

export const OPPORTUNITY_STATUS_VIEW: View = {
  ...LEAD_STATUS_VIEW,
  type: stored('type', 'active'),
  pipeline_id: stored('pipeline_id'),
}

export const PIPELINE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  ...AUTHORED_NAIVELY,
  statuses: (reader, pipeline) =>
    recordsWith(reader, 'opportunity_status', textsOf(pipeline, 'status_ids')).map(({ id, label, type }) => ({
      id,
      label,
      type,
    })),
}

export const USER_VIEW: View = {
  id: stored('id'),
  email: stored('email'),
  first_name: stored('first_name', ''),
  last_name: stored('last_name', ''),
  image: stored('image'),
  last_used_timezone: stored('last_used_timezone'),
  google_profile_image_url: stored('google_profile_image_url'),
  email_verified_at: stored('email_verified_at'),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
  organizations: stored('organizations', []),
}

export const ROLE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  permissions: stored('permissions', []),
  visibility_user_lcf_ids: stored('visibility_user_lcf_ids', []),
  visibility_user_lcf_behavior: stored('visibility_user_lcf_behavior'),
  ...AUTHORED,
}

export const MEMBERSHIP_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  user_id: stored('user_id'),
  role_id: stored('role_id'),
  permissions_granted: (reader, membership) =>
    textsOf(reader.get('role', textOf(membership, 'role_id') ?? ''), 'permissions'),
}

/** The user's keys of a membership inside an organisation. */
export function memberKeys(reader: Reader, membership: Rec): Record<string, unknown> {
  const user = reader.get('user', textOf(membership, 'user_id') ?? '')
  return {
    user_email: textOf(user, 'email'),
    user_first_name: textOf(user, 'first_name') ?? '',
    user_last_name: textOf(user, 'last_name') ?? '',
    user_full_name: userName(reader, user?.id),
    user_image: textOf(user, 'image'),
  }
}

export const ORGANIZATION_VIEW: View = {
  id: stored('id'),
  name: stored('name'),
  currency: stored('currency', 'USD'),
  currency_symbol: (_reader, rec) => currencySymbol(textOf(rec, 'currency') ?? 'USD'),
  lead_statuses: (reader, rec, ctx) =>
    recordsWith(reader, 'lead_status', textsOf(rec, 'lead_status_ids')).map((status) =>
      render(LEAD_STATUS_VIEW, reader, status, undefined, ctx),
    ),
  opportunity_statuses: (reader, _rec, ctx) => opportunityStatuses(reader, ctx),
  pipelines: (reader, _rec, ctx) =>
    pipelinesInOrder(reader).map((pipeline) => render(PIPELINE_VIEW, reader, pipeline, undefined, ctx)),
  lead_custom_fields: (reader) => leadCustomFields(reader),
  ...AUTHORED,
}

/** Pipelines in display order. */
export function pipelinesInOrder(reader: Reader): Rec[] {
  return recordsWith(reader, 'pipeline', textsOf(organization(reader), 'pipeline_ids'))
}

function opportunityStatuses(reader: Reader, ctx: ViewContext): Record<string, unknown>[] {
  return pipelinesInOrder(reader)
    .flatMap((pipeline) => recordsWith(reader, 'opportunity_status', textsOf(pipeline, 'status_ids')))
    .map((status) => render(OPPORTUNITY_STATUS_VIEW, reader, status, undefined, ctx))
}

function leadCustomFields(reader: Reader): Record<string, unknown>[] {
  const order = textsOf(reader.get('custom_field_order', 'lead'), 'field_ids')
  return recordsWith(reader, 'custom_field', order).map(({ id, name, type, choices }) => ({
    id,
    name,
    type,
    choices: choices ?? null,
  }))
}

function recordsWith(
  reader: Reader,
  table: 'lead_status' | 'opportunity_status' | 'pipeline' | 'custom_field',
  ids: readonly string[],
): Rec[] {
  return ids.flatMap((id) => reader.get(table, id) ?? [])
}

function currencySymbol(currency: string): string {
  const format = numberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const parts = format.formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}
