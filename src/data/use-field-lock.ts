import { lockReason, type CustomField } from '#model/custom-field.ts'
import { roleIn } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'

import { settingsQueries } from './settings-queries.ts'

const NONE: readonly never[] = []

/**
 * Tells why the person may not change a custom field's values, in a sentence; null when they may. `fields` are
 * those that may be asked about: without any that is reserved, nobody's roles are read.
 */
export function useFieldLock(
  fields: readonly CustomField[] | undefined,
): (field: Pick<CustomField, 'editable_with_roles'>) => string | null {
  const enabled = fields?.some((field) => (field.editable_with_roles?.length ?? 0) > 0) ?? false
  const me = useQuery({ ...settingsQueries.me(), enabled }).data
  const organization = useQuery({ ...settingsQueries.organization(), enabled }).data
  const roles = useQuery({ ...settingsQueries.roles(), enabled }).data ?? NONE
  const roleId = roleIn(me, organization?.id)
  return useCallback((field) => lockReason(field, roleId, roles), [roleId, roles])
}
