import { AUTHORED } from './authored.ts'
import { stored, type View } from './view.ts'

/** An export as the API sends it. Source: Export; contract 20. */
export const EXPORT_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  status: stored('status'),
  type: stored('type'),
  format: stored('format'),
  date_format: stored('date_format', 'original'),
  s_query: stored('s_query'),
  query: stored('query'),
  fields: stored('fields'),
  include_activities: stored('include_activities', false),
  include_smart_fields: stored('include_smart_fields', false),
  send_done_email: stored('send_done_email', false),
  n_docs: stored('n_docs'),
  n_docs_processed: stored('n_docs_processed', 0),
  download_url: stored('download_url'),
  ...AUTHORED,
}
