import { stored, type View } from '#mocks/engine/view/view.ts'

/** A bulk action as the API sends it; parameters only where its type has them. Source: contract 20. */
export const BULK_ACTION_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  type: stored('type', undefined),
  bulk_object_type: stored('bulk_object_type', undefined),
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
  lead_status_id: stored('lead_status_id', undefined),
  custom_field_id: stored('custom_field_id', undefined),
  custom_field_name: stored('custom_field_name', undefined),
  custom_field_value: stored('custom_field_value', undefined),
  custom_field_values: stored('custom_field_values', undefined),
  custom_field_operation: stored('custom_field_operation', undefined),
  created_by: stored('created_by'),
  updated_by: stored('updated_by'),
  date_created: stored('date_created'),
  date_updated: stored('date_updated'),
}
