import { sendEdit } from '#data/lead-edits.ts'
import { latestLead } from '#data/latest-lead.ts'
import { ledger } from '#data/ledger.ts'
import { currentSearch, navigate } from '#lib/navigation.ts'
import { describeFailure } from '#model/failure.ts'
import { fieldState } from '#model/lead-edit.ts'
import type { Patch } from '#model/lead-patch.ts'
import { leadPath } from '#model/paths.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/** Which field of which lead, and what a refusal says, e.g. "Status was not saved". */
export type EditedField = { leadId: string; field: string; refusal: string }

/**
 * Sends an edit of one field. A refusal is shown at the field until it is retried, given up, or replaced by a
 * later edit; where the field is out of sight, because the person went on, a toast says it too.
 */
export async function editField(client: QueryClient, about: EditedField, patch: Patch): Promise<void> {
  if ((await sendEdit(client, about.leadId, patch)) === 'saved') return
  if (!isInSight(about)) announceRefusal(client, about)
}

/** The toast goes when the field no longer waits for the person. */
function announceRefusal(client: QueryClient, { leadId, field, refusal }: EditedField): void {
  const stateNow = () => fieldState(editsOf(leadId), field)
  const state = stateNow()
  if (state.kind !== 'failed') return // a later edit has taken its place
  const name = latestLead(client, leadId)?.display_name
  const toast = showToast({
    kind: 'bad',
    key: `edit ${leadId} ${field}`,
    message: `${refusal}${name ? ` for ${name}` : ''}. ${describeFailure(state.failure)}`,
    action: {
      label: 'Show',
      onAction: () => {
        const element = findField({ leadId, field })
        if (element) element.scrollIntoView({ block: 'center' })
        else navigate(leadPath(leadId, currentSearch()))
      },
    },
  })
  const watch = ledger.subscribe(() => {
    if (stateNow().kind === 'failed') return
    toast.dismiss()
    watch.unsubscribe()
  })
}

type Place = Pick<EditedField, 'leadId' | 'field'>

function isInSight(place: Place): boolean {
  const box = findField(place)?.getBoundingClientRect()
  return !!box && box.height > 0 && box.top < innerHeight && box.bottom > 0
}

function findField({ leadId, field }: Place): Element | null {
  return document.querySelector(`[data-lead="${CSS.escape(leadId)}"] [data-field="${CSS.escape(field)}"]`)
}

function editsOf(leadId: string) {
  return ledger.state.edits.filter((edit) => edit.leadId === leadId)
}
