import type { ContractApi, Json } from './api.ts'

/** The key on objects (`custom.cf_…`) of a new custom field. */
export async function customKey(api: ContractApi, definition: Json, objectType = 'lead'): Promise<string> {
  return `custom.${await api.create(`/custom_field/${objectType}/`, definition)}`
}

/** A field of several values with the choices a, b and c. */
export const SEVERAL = {
  name: 'Several',
  type: 'choices',
  choices: ['a', 'b', 'c'],
  accepts_multiple_values: true,
}

/** The id of a lead status. */
export async function leadStatus(api: ContractApi, label: string): Promise<string> {
  return named(await api.list('/status/lead/'), 'label', label)
}

/** The id of an opportunity status. */
export async function opportunityStatus(api: ContractApi, label: string): Promise<string> {
  return named(await api.list('/status/opportunity/'), 'label', label)
}

/** The path of the caller's organisation. */
export async function organizationPath(api: ContractApi): Promise<string> {
  const [organization] = (await api.get('/me/'))['organizations'] as Json[]
  return `/organization/${organization?.['id'] as string}/`
}

/** Gives the caller another role, for good. */
export async function becomeRole(api: ContractApi, role: string): Promise<void> {
  const [membership] = (await api.get('/me/'))['memberships'] as Json[]
  await api.put(`/membership/${membership?.['id'] as string}/`, { role_id: role })
}

/** The texts that the objects hold under `key`, in their order. */
export function valuesOf(objects: readonly Json[], key: string): string[] {
  return objects.map((object) => object[key] as string)
}

function named(objects: readonly Json[], key: string, value: string): string {
  const found = objects.find((object) => object[key] === value)
  if (!found) throw new Error(`None of the objects has the ${key} ${value}`)
  return found['id'] as string
}
