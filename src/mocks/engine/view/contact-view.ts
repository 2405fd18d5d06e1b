import { contactDisplayName } from '#mocks/engine/lookups.ts'
import { AUTHORED } from './authored.ts'
import { integrationLinks } from './integration-links.ts'
import { stored, type View } from './view.ts'

/** A contact as the API sends it. Source: Contacts; contract 10. */
export const CONTACT_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  lead_id: stored('lead_id'),
  name: stored('name'),
  display_name: (_reader, contact) => contactDisplayName(contact),
  title: stored('title', ''),
  emails: stored('emails', []),
  phones: stored('phones', []),
  urls: stored('urls', []),
  integration_links: (reader, contact) =>
    integrationLinks(reader, 'contact', (key) =>
      key === 'display_name' ? contactDisplayName(contact) : contact[key],
    ),
  ...AUTHORED,
}
