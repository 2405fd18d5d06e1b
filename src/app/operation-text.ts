import { settingsQueries } from '#data/settings-queries.ts'
import { fieldLabel, valueText } from '#features/lead/change-words.ts'
import { formatDate, formatMoney } from '#fields/value-format.ts'
import type { CustomField } from '#model/custom-field.ts'
import { isCustomKey } from '#model/custom-key.ts'
import { operationWords } from '#model/operation-words.ts'
import type { ObjectType, Operation } from '#model/operation.ts'
import { everyPerson, userName } from '#model/organization.ts'
import type { QueryClient } from '@tanstack/react-query'

/** What is known of the organisation at this moment, for saying names. */
function known(client: QueryClient) {
  const organization = client.getQueryData(settingsQueries.organization().queryKey)
  const users = client.getQueryData(settingsQueries.users().queryKey) ?? []
  return {
    fields: [
      settingsQueries.leadSchema(),
      settingsQueries.childSchema('contact'),
      settingsQueries.childSchema('opportunity'),
    ].flatMap(({ queryKey }) => client.getQueryData<CustomField[]>(queryKey) ?? []),
    users: everyPerson(users, organization),
    statuses: organization?.lead_statuses ?? [],
  }
}

/** A value of a field as people read it; "" for none. */
export function textOfValue(client: QueryClient, object: ObjectType, field: string, value: unknown): string {
  const { fields, users, statuses } = known(client)
  if (field === 'status_id' && object === 'lead') {
    return statuses.find(({ id }) => id === value)?.label ?? 'another status'
  }
  if (field === 'assigned_to' || field === 'user_id') {
    const user = users.find(({ id }) => id === value)
    return user ? userName(user) : 'nobody'
  }
  if (object === 'opportunity' && field === 'value' && typeof value === 'number') {
    return formatMoney(value, null)
  }
  if (object === 'opportunity' && field === 'confidence' && typeof value === 'number') return `${value} %`
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value)
  if (typeof value === 'string' && /^[a-z]+_[A-Za-z0-9]{20,}$/.test(value) && field.endsWith('_id')) {
    return 'another one' // an id says nothing to a person
  }
  return valueText(field, value, { fields, users })
}

/** An operation in words, e.g. `remove “Rust” from Technologies of Hotjar`. */
export function operationText(client: QueryClient, operation: Operation): string {
  return operationWords(operation, (field, value) => textOfValue(client, operation.object, field, value))
}

/** The same as the beginning of a sentence. */
export function operationSentence(client: QueryClient, operation: Operation): string {
  const text = operationText(client, operation)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What people call a field of a lead or of something below it. */
export function labelOfField(client: QueryClient, object: ObjectType, field: string): string {
  return object === 'lead' || isCustomKey(field)
    ? fieldLabel(field, known(client).fields)
    : field.replace(/_id$/, '').replaceAll('_', ' ')
}

/** What people call a user of the organisation; the person themselves is "You". */
export function personName(client: QueryClient, userId: string | null): string {
  if (userId !== null && client.getQueryData(settingsQueries.me().queryKey)?.id === userId) return 'You'
  const user = known(client).users.find(({ id }) => id === userId)
  return user ? userName(user) : 'Somebody'
}
