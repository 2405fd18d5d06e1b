import { leadContacts, leadDisplayName, leadStatusLabel } from '#mocks/engine/lookups.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { AUTHORED_BY_NAME } from './authored.ts'
import { CONTACT_VIEW } from './contact-view.ts'
import { integrationLinks } from './integration-links.ts'
import { OPPORTUNITY_VIEW } from './opportunity-view.ts'
import { TASK_VIEW } from './task-view.ts'
import { derived, render, stored, type View } from './view.ts'

/** The address of a lead in Close's own app. Source: contract 8.1. */
function htmlUrl(lead: Rec): string {
  return `https://app.close.com/lead/${lead.id}/`
}

function linkValue(reader: Reader, lead: Rec, key: string): unknown {
  if (key === 'display_name') return leadDisplayName(reader, lead)
  if (key === 'status_label') return leadStatusLabel(reader, lead['status_id'])
  return lead[key]
}

/** A lead's own fields, without its children: what events carry. Source: contract 19. */
export const LEAD_OWN_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  display_name: leadDisplayName,
  description: stored('description', ''),
  url: stored('url'),
  html_url: (_reader, lead) => htmlUrl(lead),
  status_id: stored('status_id'),
  status_label: derived('status_id', leadStatusLabel),
  addresses: stored('addresses', []),
  contact_ids: (reader, lead) => leadContacts(reader, lead).map((contact) => contact.id),
  ...AUTHORED_BY_NAME,
}

/** A lead as the API sends it; tasks only while they are open. Source: Leads; contract 8.1. */
export const LEAD_VIEW: View = {
  ...LEAD_OWN_VIEW,
  contact_ids: (reader, lead, ctx) =>
    ctx.switches?.sendContactIds === false
      ? undefined
      : leadContacts(reader, lead).map((contact) => contact.id),
  contacts: (reader, lead, ctx) =>
    leadContacts(reader, lead).map((contact) => render(CONTACT_VIEW, reader, contact, undefined, ctx)),
  opportunities: (reader, lead, ctx) =>
    reader.childrenOf('opportunity', lead.id).map((o) => render(OPPORTUNITY_VIEW, reader, o, undefined, ctx)),
  tasks: (reader, lead, ctx) =>
    reader
      .childrenOf('task', lead.id)
      .filter((task) => task['is_complete'] !== true)
      .map((task) => render(TASK_VIEW, reader, task, undefined, ctx)),
  integration_links: (reader, lead) =>
    integrationLinks(reader, 'lead', (key) => linkValue(reader, lead, key)),
}
