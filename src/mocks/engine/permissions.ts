import type { Call } from './call.ts'
import { forbidden } from './http/refusal.ts'
import { textOf, textsOf } from './record.ts'
import type { Reader, Rec } from './state.ts'

/** Permissions that the engine checks, out of those a role may hold. Source: Roles; contract 16. */
export type Permission =
  | 'manage_organization'
  | 'manage_customizations'
  | 'delete_leads'
  | 'merge_leads'
  | 'bulk_edit'
  | 'bulk_delete'
  | 'bulk_email'
  | 'export'
  | 'view_all_leads'

/** All of them, as an administrator holds them. */
export const PERMISSIONS: readonly Permission[] = [
  'manage_organization',
  'manage_customizations',
  'delete_leads',
  'merge_leads',
  'bulk_edit',
  'bulk_delete',
  'bulk_email',
  'export',
  'view_all_leads',
]

/** Whether a member still works here; what one who left has done stays theirs. Source: contract 16. */
export function isActive(membership: Rec): boolean {
  return membership['is_active'] !== false
}

/** The caller's role in the organisation; undefined without a membership. */
export function callerRoleId(reader: Reader, userId: string): string | undefined {
  for (const membership of reader.all('membership')) {
    if (membership['user_id'] === userId && isActive(membership))
      return textOf(membership, 'role_id') ?? undefined
  }
  return undefined
}

/** Whether a user's role holds a permission. */
export function isAllowed(reader: Reader, userId: string, permission: Permission): boolean {
  const role = reader.get('role', callerRoleId(reader, userId) ?? '')
  return textsOf(role, 'permissions').includes(permission)
}

/** Refuses with 403 unless the caller's role holds the permission. Source: Roles; contract 4, 16. */
export function demandPermission(call: Call, permission: Permission): void {
  if (!isAllowed(call.tx, call.callerId, permission)) throw forbidden(call.switches.forbiddenStatus)
}
