import type { LeadEdit } from '#model/lead-edit.ts'
import { patchedFields } from '#model/lead-patch.ts'

/**
 * Refused edits of a field that a later edit has made pointless, since it sets the whole field: to retry one
 * would undo what the person wanted last. `edits` are those of one lead, oldest first.
 */
export function supersededEdits(edits: readonly LeadEdit[], field: string): LeadEdit[] {
  const last = edits.findLastIndex((edit) => field in edit.patch)
  return edits
    .slice(0, Math.max(last, 0))
    .filter((edit) => edit.state.kind === 'failed' && isOnlyAbout(edit, field))
}

function isOnlyAbout(edit: LeadEdit, field: string): boolean {
  const fields = patchedFields(edit.patch)
  return fields.length === 1 && fields[0] === field
}
