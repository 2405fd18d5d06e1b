import { AUTHORED } from '#mocks/engine/view/authored.ts'
import { optional, stored, type View } from '#mocks/engine/view/view.ts'

/** A key that each bulk edit has, whatever it edits, and no other action. */
const ofEdits =
  (key: string): View[string] =>
  (_reader, action) =>
    action['action'] === 'edit' ? (action[key] ?? null) : undefined

/** A bulk action as the API sends it; parameters only where its type has them. Source: contract 20. */
export const BULK_ACTION_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  type: optional('type'),
  bulk_object_type: optional('bulk_object_type'),
  action_type: optional('action_type'),
  template_id: optional('template_id'),
  email_account_id: optional('email_account_id'),
  sender: optional('sender'),
  sequence_id: optional('sequence_id'),
  contact_preference: optional('contact_preference'),
  sender_account_id: optional('sender_account_id'),
  sender_name: optional('sender_name'),
  sender_email: optional('sender_email'),
  calls_assigned_to: optional('calls_assigned_to'),
  from_phone_number_id: optional('from_phone_number_id'),
  status: stored('status'),
  query: stored('query'),
  s_query: stored('s_query'),
  sort: stored('sort', []),
  results_limit: stored('results_limit'),
  send_done_email: stored('send_done_email', false),
  n_leads: stored('n_leads'),
  n_leads_processed: stored('n_leads_processed', 0),
  n_objects: stored('n_objects'),
  n_objects_processed: stored('n_objects_processed', 0),
  lead_status_id: ofEdits('lead_status_id'),
  custom_field_id: optional('custom_field_id'),
  custom_field_name: ofEdits('custom_field_name'),
  custom_field_value: ofEdits('custom_field_value'),
  custom_field_values: optional('custom_field_values'),
  custom_field_operation: optional('custom_field_operation'),
  ...AUTHORED,
}
