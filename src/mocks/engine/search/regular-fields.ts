import {
  contactDisplayName,
  leadDisplayName,
  leadNameOf,
  leadStatusLabel,
  userName,
} from '#mocks/engine/lookups.ts'
import { listOf, textOf } from '#mocks/engine/record.ts'
import type { Reader, Rec, Table } from '#mocks/engine/state.ts'
import {
  opportunityPipeline,
  opportunityStatus,
  opportunityWorth,
} from '#mocks/engine/view/opportunity-view.ts'
import { addressLine } from './address.ts'
import { type Field, type FieldKind, USER_REFERENCES } from './field.ts'

/** How a plain field is read; without `read` it is the record's own key of that name. */
type Rule = {
  kind: FieldKind
  references?: readonly string[]
  from?: readonly Table[]
  read?: (rec: Rec, reader: Reader) => unknown
}

const text: Rule = { kind: 'text' }
const choice: Rule = { kind: 'choice' }
const number: Rule = { kind: 'number' }
const moment: Rule = { kind: 'moment' }
const date: Rule = { kind: 'date' }
const flag: Rule = { kind: 'boolean' }
const user: Rule = { kind: 'reference', references: USER_REFERENCES }
const reference = (...references: string[]): Rule => ({ kind: 'reference', references })
const derived = (
  kind: FieldKind,
  from: readonly Table[],
  read: (rec: Rec, reader: Reader) => unknown,
): Rule => ({
  kind,
  from,
  read,
})
const count = (key: string): Rule => derived('number', [], (rec) => listOf(rec, key).length)
const userNameIn = (key: string): Rule =>
  derived('text', ['user'], (rec, reader) => userName(reader, rec[key]))
const leadName: Rule = derived('text', ['lead', 'contact'], (rec, reader) =>
  leadNameOf(reader, rec['lead_id']),
)

const AUTHORED: Record<string, Rule> = {
  organization_id: reference('organization'),
  created_by: user,
  created_by_name: userNameIn('created_by'),
  updated_by: user,
  updated_by_name: userNameIn('updated_by'),
  date_created: moment,
  date_updated: moment,
}

const BELOW_LEAD: Record<string, Rule> = {
  ...AUTHORED,
  lead_id: reference('lead'),
  lead_name: leadName,
  contact_id: reference('contact'),
}

/** Fields by object type; activities share theirs. Source: contract 8.1, 10 to 13 and 18, "Field names". */
const RULES: Record<string, Record<string, Rule>> = {
  lead: {
    ...AUTHORED,
    id: reference('lead'),
    name: text,
    display_name: derived('text', ['contact'], (lead, reader) => leadDisplayName(reader, lead)),
    description: text,
    url: text,
    status_id: reference('status.lead'),
    status_label: derived('text', ['lead_status'], (lead, reader) =>
      leadStatusLabel(reader, lead['status_id']),
    ),
    addresses_count: count('addresses'),
    all_urls_count: derived(
      'number',
      ['contact'],
      (lead, reader) =>
        reader
          .childrenOf('contact', lead.id)
          .reduce((sum, contact) => sum + listOf(contact, 'urls').length, 0) + (lead['url'] ? 1 : 0),
    ),
  },
  contact: {
    ...AUTHORED,
    id: reference('contact'),
    lead_id: reference('lead'),
    name: text,
    display_name: derived('text', [], contactDisplayName),
    title: text,
    emails_count: count('emails'),
    phones_count: count('phones'),
    urls_count: count('urls'),
  },
  opportunity: {
    ...BELOW_LEAD,
    id: reference('opportunity'),
    user_id: user,
    user_name: userNameIn('user_id'),
    status_id: reference('status.opportunity'),
    status_label: derived('text', ['opportunity_status'], (rec, reader) =>
      textOf(opportunityStatus(reader, rec), 'label'),
    ),
    status_type: derived('choice', ['opportunity_status'], (rec, reader) =>
      textOf(opportunityStatus(reader, rec), 'type'),
    ),
    pipeline_id: {
      kind: 'reference',
      references: ['pipeline'],
      from: ['opportunity_status', 'pipeline'],
      read: (rec, reader) => opportunityPipeline(reader, rec)?.id,
    },
    pipeline_name: derived('text', ['opportunity_status', 'pipeline'], (rec, reader) =>
      textOf(opportunityPipeline(reader, rec), 'name'),
    ),
    value: number,
    value_period: choice,
    value_currency: choice,
    confidence: number,
    expected_value: derived('number', [], (rec) => opportunityWorth(rec).expected),
    annualized_value: derived('number', [], (rec) => opportunityWorth(rec).annualized),
    annualized_expected_value: derived('number', [], (rec) => opportunityWorth(rec).annualizedExpected),
    note: text,
    date_won: date,
    date_lost: moment,
  },
  task: {
    ...BELOW_LEAD,
    id: reference('task'),
    _type: choice,
    text,
    assigned_to: user,
    assigned_to_name: userNameIn('assigned_to'),
    date,
    due_date: date,
    is_complete: flag,
    is_dateless: flag,
    priority: choice,
  },
  activity: {
    ...BELOW_LEAD,
    id: reference('activity'),
    _type: choice,
    user_id: user,
    user_name: userNameIn('user_id'),
    activity_at: moment,
    direction: derived('choice', [], directionOf),
    status: choice,
    disposition: choice,
    source: choice,
    duration: number,
    voicemail_duration: number,
    subject: text,
    sender: text,
    body_text: text,
    note: text,
    title: text,
    text,
    phone: text,
    pinned: flag,
    starts_at: moment,
    ends_at: moment,
    date_sent: moment,
    date_scheduled: moment,
    template_id: reference('email_template'),
    outcome_id: reference('outcome'),
    custom_activity_type_id: reference('custom_activity_type'),
    opportunity_id: reference('opportunity'),
    task_id: reference('task'),
    old_status_id: reference('status.lead', 'status.opportunity'),
    old_status_label: text,
    new_status_id: reference('status.lead', 'status.opportunity'),
    new_status_label: text,
  },
  custom_object: {
    ...AUTHORED,
    id: reference('custom_object'),
    lead_id: reference('lead'),
    lead_name: leadName,
    name: text,
    custom_object_type_id: reference('custom_object_type'),
  },
  contact_email: { type: choice, email: text, is_unsubscribed: flag },
  contact_phone: { type: choice, phone: text, phone_formatted: text, country: choice },
  contact_url: { type: choice, url: text },
  address: {
    label: choice,
    address_1: text,
    address_2: text,
    city: text,
    state: text,
    zipcode: text,
    country: text,
    location: derived('text', [], addressLine),
  },
}

/** The plain field `name` of an object type (activities: `activity`); undefined when there is none. */
export function regularField(type: string, name: string, reader: Reader): Field | undefined {
  const rules = RULES[type]
  const rule = rules && Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!rule) return undefined
  const { read } = rule
  return {
    key: name,
    kind: rule.kind,
    references: rule.references ?? [],
    from: rule.from ?? [],
    isDerived: read !== undefined,
    isMany: false,
    isSortable: !['reference', 'boolean', 'timezone'].includes(rule.kind),
    read: read ? (rec) => read(rec, reader) : (rec) => rec[name],
  }
}

/** A call's `inbound` and `outbound` are `incoming` and `outgoing` in queries. Source: contract 18, "Field names". */
function directionOf(activity: Rec): unknown {
  const direction = activity['direction']
  if (direction === 'inbound') return 'incoming'
  return direction === 'outbound' ? 'outgoing' : direction
}
