import { updateLead } from '#api/leads.ts'
import { toFailure } from '#model/failure.ts'
import { fieldState, type FieldState, type LeadEdit } from '#model/lead-edit.ts'
import type { Lead } from '#model/lead.ts'
import { patchedFields, type Patch } from '#model/lead-patch.ts'
import { mutationOptions, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { leadKeys } from './keys.ts'
import { acknowledgeEdit, dropEdit, failEdit, ledger, noteEdit } from './ledger.ts'
import { tellTabs } from './tabs.ts'

const NO_EDITS: readonly LeadEdit[] = []

/**
 * Sends one edit. Edits of one lead share a scope, so they reach the server in the order they were made;
 * edits of different leads run side by side.
 */
function editOptions(client: QueryClient, leadId: string) {
  return mutationOptions({
    mutationKey: [...leadKeys.detail(leadId), 'edit'],
    scope: { id: `lead:${leadId}` },
    mutationFn: (edit: LeadEdit) => updateLead(leadId, edit.patch),
    onSuccess: (answer: Lead, edit: LeadEdit) => {
      acknowledgeEdit(edit, answer)
      rememberLead(client, answer)
      tellTabs({ kind: 'lead', id: leadId })
    },
    onError: (error: Error, edit: LeadEdit) => failEdit(edit, toFailure(error)),
  })
}

/**
 * Patches one lead. The screen changes at once; when the server refuses, only the fields of this patch fall
 * back, and the edit stays in the ledger with the reason until it is retried or discarded. The promise tells
 * how it went and never rejects.
 */
export async function sendEdit(
  client: QueryClient,
  leadId: string,
  patch: Patch,
): Promise<'saved' | 'failed'> {
  const edit = noteEdit(leadId, patch)
  try {
    await client.getMutationCache().build(client, editOptions(client, leadId)).execute(edit)
    return 'saved'
  } catch {
    return 'failed' // the ledger has it
  }
}

/** The one way to change fields of a lead; see `sendEdit`. Stable for a lead. */
export function useUpdateLead(leadId: string): (patch: Patch) => Promise<'saved' | 'failed'> {
  const client = useQueryClient()
  return useMemo(() => (patch: Patch) => sendEdit(client, leadId, patch), [client, leadId])
}

/** The edits of one lead that are waiting or failed, oldest first. */
export function useLeadEdits(leadId: string): readonly LeadEdit[] {
  return useSelector(
    ledger,
    ({ edits }) => {
      const own = edits.filter((edit) => edit.leadId === leadId)
      return own.length > 0 ? own : NO_EDITS
    },
    { compare: sameItems },
  )
}

/** The edits of one field that are waiting or failed, oldest first; an edit of another field does not change it. */
export function useFieldEdits(leadId: string, field: string): readonly LeadEdit[] {
  return useSelector(
    ledger,
    ({ edits }) => {
      const own = edits.filter((edit) => edit.leadId === leadId && patchedFields(edit.patch).includes(field))
      return own.length > 0 ? own : NO_EDITS
    },
    { compare: sameItems },
  )
}

/** What one field is doing, and what can be done about a failure. */
export function useFieldState(
  leadId: string,
  field: string,
): FieldState & { retry(): void; discard(): void } {
  const client = useQueryClient()
  const edits = useFieldEdits(leadId, field)
  return useMemo(() => {
    const state = fieldState(edits, field)
    const failed = state.kind === 'failed' ? state.edits : []
    return {
      ...state,
      retry: () => {
        for (const edit of failed) {
          dropEdit(edit)
          void sendEdit(client, leadId, edit.patch)
        }
      },
      discard: () => failed.forEach(dropEdit),
    }
  }, [client, edits, field, leadId])
}

/** Puts a whole lead into the cache unless a newer one is there. */
export function rememberLead(client: QueryClient, lead: Lead): void {
  client.setQueryData<Lead>(leadKeys.detail(lead.id), (before) =>
    before && before.date_updated > lead.date_updated ? before : lead,
  )
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}
