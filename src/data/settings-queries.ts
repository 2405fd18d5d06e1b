import {
  createLeadField,
  createLeadStatus,
  getFieldSchema,
  getMe,
  getOrganization,
  listPipelines,
  listRoles,
  listUsers,
  orderLeadFields,
  orderLeadStatuses,
  renameLeadStatus,
  updateLeadField,
} from '#api/settings.ts'
import type { CustomField } from '#model/custom-field.ts'
import type { Organization } from '#model/organization.ts'
import { queryOptions, useMutation, type QueryClient } from '@tanstack/react-query'

import { leadKeys, settingsKeys } from './keys.ts'
import { noteMe, organizationOf } from './session.ts'
import { tellTabs } from './tabs.ts'

const SELDOM = 5 * 60_000

/** What changes seldom: definitions, statuses, people. */
export const settingsQueries = {
  /** A lead's custom fields in display order, shared ones included. */
  leadSchema: () =>
    queryOptions({
      queryKey: settingsKeys.leadSchema,
      queryFn: ({ signal }) => getFieldSchema('lead', signal),
      staleTime: SELDOM,
    }),
  /** The custom fields of what hangs below a lead, in display order, shared ones included. */
  childSchema: (object: 'contact' | 'opportunity') =>
    queryOptions({
      queryKey: [...settingsKeys.all, `${object}-schema`] as const,
      queryFn: ({ signal }) => getFieldSchema(object, signal),
      staleTime: SELDOM,
    }),
  me: () =>
    queryOptions({
      queryKey: [...settingsKeys.all, 'me'] as const,
      queryFn: async ({ signal }) => {
        const me = await getMe(signal)
        noteMe(me)
        return me
      },
      staleTime: SELDOM,
    }),
  /** The caller's organisation, with its lead statuses in display order (contract 21.31). */
  organization: () =>
    queryOptions({
      queryKey: settingsKeys.organization,
      queryFn: async ({ signal, client }) => {
        const me = await client.fetchQuery(settingsQueries.me())
        return getOrganization(await organizationOf(me, signal), signal)
      },
      staleTime: SELDOM,
    }),
  users: () =>
    queryOptions({
      queryKey: [...settingsKeys.all, 'users'] as const,
      queryFn: ({ signal }) => listUsers(signal),
      staleTime: SELDOM,
    }),
  /** The pipelines in display order, each with its opportunity statuses in theirs. */
  pipelines: () =>
    queryOptions({
      queryKey: [...settingsKeys.all, 'pipelines'] as const,
      queryFn: ({ signal }) => listPipelines(signal),
      staleTime: SELDOM,
    }),
  roles: () =>
    queryOptions({
      queryKey: [...settingsKeys.all, 'roles'] as const,
      queryFn: ({ signal }) => listRoles(signal),
      staleTime: SELDOM,
    }),
}

function settled(client: QueryClient): Promise<void> {
  tellTabs({ kind: 'settings' })
  return client.invalidateQueries({ queryKey: settingsKeys.all })
}

/** Whether a later order of the same things is still on its way: neither a refetch nor an undo may paint over it. */
function isOvertaken(client: QueryClient, mutationKey: readonly string[]): boolean {
  return client.isMutating({ mutationKey }) > 1
}

/** Creates a lead custom field; it appears at the end of every list of fields. */
export function useCreateLeadField() {
  return useMutation({
    mutationFn: createLeadField,
    onSuccess: (_field, _body, _result, { client }) => settled(client),
  })
}

/** Renames a lead custom field or changes its description or choices. */
export function useUpdateLeadField() {
  return useMutation({
    mutationFn: ({ id, ...patch }: { id: string } & Parameters<typeof updateLeadField>[1]) =>
      updateLeadField(id, patch),
    onSuccess: (_field, patch, _result, { client }) => {
      if (patch.choices) {
        // Values outside the new list are no longer answered (contract 14).
        tellTabs({ kind: 'lists' })
        void client.invalidateQueries({ queryKey: leadKeys.all })
      }
      return settled(client)
    },
  })
}

/** Puts the lead custom fields in a new order; shown at once, put back when refused. */
export function useOrderLeadFields() {
  return useMutation({
    mutationKey: settingsKeys.fieldOrder,
    mutationFn: orderLeadFields,
    scope: { id: 'lead-schema' },
    onMutate: async (ids, { client }) => {
      await client.cancelQueries({ queryKey: settingsKeys.leadSchema })
      const before = client.getQueryData<CustomField[]>(settingsKeys.leadSchema)
      client.setQueryData<CustomField[]>(settingsKeys.leadSchema, (fields) => inOrder(fields, ids))
      return before
    },
    onError: (_error, _ids, before, { client }) => {
      if (before && !isOvertaken(client, settingsKeys.fieldOrder))
        client.setQueryData(settingsKeys.leadSchema, before)
    },
    onSettled: (_fields, _error, _ids, _before, { client }) =>
      isOvertaken(client, settingsKeys.fieldOrder) ? undefined : settled(client),
  })
}

/** Creates a lead status; it is the last in order. */
export function useCreateLeadStatus() {
  return useMutation({
    mutationFn: createLeadStatus,
    onSuccess: (_status, _label, _result, { client }) => settled(client),
  })
}

/** Renames a lead status; leads that have it follow, since they hold its id. */
export function useRenameLeadStatus() {
  return useMutation({
    mutationFn: ({ id, label }: { id: string; label: string }) => renameLeadStatus(id, label),
    onSuccess: (_status, _body, _result, { client }) => settled(client),
  })
}

/** Puts the lead statuses in a new order; shown at once, put back when refused. The first is the default. */
export function useOrderLeadStatuses(organizationId: string) {
  return useMutation({
    mutationKey: settingsKeys.statusOrder,
    mutationFn: (ids: readonly string[]) => orderLeadStatuses(organizationId, ids),
    scope: { id: 'lead-statuses' },
    onMutate: async (ids, { client }) => {
      await client.cancelQueries({ queryKey: settingsKeys.organization })
      const before = client.getQueryData<Organization>(settingsKeys.organization)
      client.setQueryData<Organization>(
        settingsKeys.organization,
        (now) => now && { ...now, lead_statuses: inOrder(now.lead_statuses, ids) ?? [] },
      )
      return before
    },
    onError: (_error, _ids, before, { client }) => {
      if (before && !isOvertaken(client, settingsKeys.statusOrder))
        client.setQueryData(settingsKeys.organization, before)
    },
    onSettled: (_organization, _error, _ids, _before, { client }) =>
      isOvertaken(client, settingsKeys.statusOrder) ? undefined : settled(client),
  })
}

function inOrder<T extends { id: string }>(items: T[] | undefined, ids: readonly string[]): T[] | undefined {
  return items && [...items].sort((a, b) => position(ids, a.id) - position(ids, b.id))
}

function position(ids: readonly string[], id: string): number {
  const at = ids.indexOf(id)
  return at === -1 ? ids.length : at
}
