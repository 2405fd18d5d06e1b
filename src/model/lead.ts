import * as z from 'zod/mini'

/**
 * What the API sends for a lead and what hangs below it. Wire names are kept; keys that are not named here
 * survive parsing (a lead's `custom.cf_…` values among them). Source: Lead API; contract 8.1, 10, 11, 12.
 */

const text = z.nullish(z.string())

export const emailSchema = z.looseObject({ type: z.optional(z.string()), email: z.string() })
export const phoneSchema = z.looseObject({
  type: z.optional(z.string()),
  phone: z.string(),
  phone_formatted: text,
  country: text,
})
export const urlSchema = z.looseObject({ type: z.optional(z.string()), url: z.string() })

export const contactSchema = z.looseObject({
  id: z.string(),
  lead_id: text,
  name: text,
  display_name: z.optional(z.string()),
  title: text,
  emails: z.optional(z.array(emailSchema)),
  phones: z.optional(z.array(phoneSchema)),
  urls: z.optional(z.array(urlSchema)),
})

export const addressSchema = z.looseObject({
  label: text,
  address_1: text,
  address_2: text,
  city: text,
  state: text,
  zipcode: text,
  country: text,
})

export const opportunitySchema = z.looseObject({
  id: z.string(),
  lead_id: text,
  status_id: text,
  status_label: text,
  status_type: text,
  pipeline_name: text,
  value: z.nullish(z.number()),
  value_currency: text,
  value_period: text,
  value_formatted: text,
  confidence: z.nullish(z.number()),
  date_won: text,
  note: text,
  user_id: text,
  user_name: text,
  contact_id: text,
  contact_name: text,
})

export const taskSchema = z.looseObject({
  id: z.string(),
  lead_id: text,
  text: text,
  date: text,
  is_complete: z.optional(z.boolean()),
  is_dateless: z.optional(z.boolean()),
  assigned_to: text,
  assigned_to_name: text,
  _type: z.optional(z.string()),
})

/** A row of a list or search: a lead of which only the asked fields are there. */
export const leadRowSchema = z.looseObject({
  id: z.string(),
  display_name: z.optional(z.string()),
  name: text,
  status_id: text,
  status_label: text,
  description: text,
  url: text,
  addresses: z.optional(z.array(addressSchema)),
  contacts: z.optional(z.array(contactSchema)),
  opportunities: z.optional(z.array(opportunitySchema)),
  tasks: z.optional(z.array(taskSchema)),
  created_by_name: text,
  updated_by_name: text,
  date_created: z.optional(z.string()),
  date_updated: z.optional(z.string()),
})

/** A whole lead, as `GET /lead/{id}/` answers it. */
export const leadSchema = z.looseObject({
  id: z.string(),
  display_name: z.string(),
  name: text,
  status_id: text,
  status_label: text,
  description: text,
  url: text,
  html_url: text,
  addresses: z.array(addressSchema),
  contacts: z.array(contactSchema),
  opportunities: z.array(opportunitySchema),
  tasks: z.array(taskSchema),
  integration_links: z.optional(z.array(z.looseObject({ name: z.string(), url: z.string() }))),
  created_by_name: text,
  updated_by_name: text,
  date_created: z.string(),
  date_updated: z.string(),
})

export type Email = z.infer<typeof emailSchema>
export type Phone = z.infer<typeof phoneSchema>
export type Url = z.infer<typeof urlSchema>
export type Contact = z.infer<typeof contactSchema>
export type Address = z.infer<typeof addressSchema>
export type Opportunity = z.infer<typeof opportunitySchema>
export type Task = z.infer<typeof taskSchema>
export type LeadRow = z.infer<typeof leadRowSchema>
export type Lead = z.infer<typeof leadSchema>
