import { customFieldSchema, type CustomField } from '#model/custom-field.ts'
import {
  leadStatusSchema,
  meSchema,
  organizationSchema,
  pipelineSchema,
  roleSchema,
  userSchema,
  type LeadStatus,
  type Me,
  type Organization,
  type Pipeline,
  type Role,
  type User,
} from '#model/organization.ts'
import * as z from 'zod/mini'

import { listOf, request } from './http.ts'

const schemaAnswer = z.looseObject({ fields: z.array(customFieldSchema) })

/** The custom fields of a kind of object in display order, shared ones included. Contract 14. */
export async function getFieldSchema(
  object: 'lead' | 'contact' | 'opportunity',
  signal?: AbortSignal,
): Promise<CustomField[]> {
  return (await request('GET', `/custom_field_schema/${object}/`, schemaAnswer, { signal })).fields
}

/** Puts a lead's custom fields in this order. Contract 14. */
export async function orderLeadFields(ids: readonly string[]): Promise<CustomField[]> {
  const body = { fields: ids.map((id) => ({ id })) }
  return (await request('PUT', '/custom_field_schema/lead/', schemaAnswer, { body })).fields
}

export type NewCustomField = {
  name: string
  type: string
  description?: string
  choices?: string[]
  accepts_multiple_values?: boolean
}

/** Creates a custom field for leads. Contract 14. */
export function createLeadField(body: NewCustomField): Promise<CustomField> {
  return request('POST', '/custom_field/lead/', customFieldSchema, { body })
}

/** Renames a custom field, or changes its description or choices. Contract 14. */
export function updateLeadField(
  id: string,
  patch: { name?: string; description?: string | null; choices?: string[] },
): Promise<CustomField> {
  return request('PUT', `/custom_field/lead/${encodeURIComponent(id)}/`, customFieldSchema, { body: patch })
}

/** The organisation with its lead statuses in display order. Contract 16. */
export function getOrganization(id: string, signal?: AbortSignal): Promise<Organization> {
  return request('GET', `/organization/${encodeURIComponent(id)}/`, organizationSchema, { signal })
}

/** Puts the lead statuses in this order. Contract 16. */
export function orderLeadStatuses(organizationId: string, ids: readonly string[]): Promise<Organization> {
  const body = { lead_statuses: ids.map((id) => ({ id })) }
  return request('PUT', `/organization/${encodeURIComponent(organizationId)}/`, organizationSchema, { body })
}

/** Creates a lead status. Contract 16. */
export function createLeadStatus(label: string): Promise<LeadStatus> {
  return request('POST', '/status/lead/', leadStatusSchema, { body: { label } })
}

/** Renames a lead status. Contract 16. */
export function renameLeadStatus(id: string, label: string): Promise<LeadStatus> {
  return request('PUT', `/status/lead/${encodeURIComponent(id)}/`, leadStatusSchema, { body: { label } })
}

/** The person behind the key, with their organisations. Contract 16. */
export function getMe(signal?: AbortSignal): Promise<Me> {
  return request('GET', '/me/', meSchema, { signal })
}

/** All users of the organisation. Contract 16. */
export async function listUsers(signal?: AbortSignal): Promise<User[]> {
  return (await request('GET', '/user/', listOf(userSchema), { query: { _limit: 1000 }, signal })).data
}

/** The roles that people of the organisation may have. Contract 16. */
export async function listRoles(signal?: AbortSignal): Promise<Role[]> {
  return (await request('GET', '/role/', listOf(roleSchema), { query: { _limit: 100 }, signal })).data
}

/** The pipelines in display order, each with its opportunity statuses in theirs. Contract 11. */
export async function listPipelines(signal?: AbortSignal): Promise<Pipeline[]> {
  return (await request('GET', '/pipeline/', listOf(pipelineSchema), { signal })).data
}
