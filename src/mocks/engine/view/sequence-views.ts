import { naiveStamp, stored, type View } from './view.ts'

/** Sequences and subscriptions: newer objects, whose timestamps have no offset. Source: contract 3, 7; Sequences. */

const AUTHORED: View = {
  created_by_id: stored('created_by'),
  updated_by_id: stored('updated_by'),
  date_created: naiveStamp('date_created'),
  date_updated: naiveStamp('date_updated'),
}

export const SEQUENCE_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  name: stored('name'),
  status: stored('status', 'active'),
  steps: stored('steps', []),
  schedule: stored('schedule'),
  timezone: stored('timezone'),
  ...AUTHORED,
}

export const SEQUENCE_SUBSCRIPTION_VIEW: View = {
  id: stored('id'),
  organization_id: stored('organization_id'),
  sequence_id: stored('sequence_id'),
  lead_id: stored('lead_id'),
  contact_id: stored('contact_id'),
  contact_email: stored('contact_email'),
  sender_account_id: stored('sender_account_id'),
  sender_name: stored('sender_name'),
  sender_email: stored('sender_email'),
  calls_assigned_to: stored('calls_assigned_to'),
  start_date: naiveStamp('start_date'),
  status: stored('status'),
  status_reason: stored('status_reason'),
  ...AUTHORED,
}
