import { fieldStateNow, whenDecided } from '#data/lead-edits.ts'
import { sendEdit } from '#data/send-edit.ts'
import { latestLead } from '#data/latest-lead.ts'
import { currentSearch, navigate } from '#lib/navigation.ts'
import { describeFailure } from '#model/failure.ts'
import type { Patch } from '#model/lead-patch.ts'
import { leadPath } from '#model/paths.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

/** Which field of which lead, and what people call the field. */
export type EditedField = { leadId: string; field: string; label: string }

/**
 * Sends an edit of one field. A refusal is shown at the field until it is retried, given up, or replaced by a
 * later edit; where the field is out of sight, because the person went on, a toast says it too.
 */
export async function editField(client: QueryClient, about: EditedField, patch: Patch): Promise<void> {
  if ((await sendEdit(client, about.leadId, patch, { field: about.label })) === 'saved') return
  if (!isInSight(about)) announceRefusal(client, about)
}

/** The toast goes when the field no longer waits for the person. */
function announceRefusal(client: QueryClient, { leadId, field, label }: EditedField): void {
  const state = fieldStateNow(leadId, field)
  if (state.kind !== 'failed' && state.kind !== 'conflict') return // a later edit has taken its place
  const name = latestLead(client, leadId)?.display_name
  const why =
    state.kind === 'conflict' ? 'Somebody else changed it meanwhile.' : describeFailure(state.failure)
  const toast = showToast({
    kind: 'bad',
    key: `edit ${leadId} ${field}`,
    message: `${label} was not saved${name ? ` for ${name}` : ''}. ${why}`,
    action: {
      label: 'Show',
      onAction: () => {
        const element = findField({ leadId, field })
        if (element) element.scrollIntoView({ block: 'center' })
        else navigate(leadPath(leadId, currentSearch()))
      },
    },
  })
  whenDecided(leadId, field, () => toast.dismiss())
}

type Place = Pick<EditedField, 'leadId' | 'field'>

function isInSight(place: Place): boolean {
  const box = findField(place)?.getBoundingClientRect()
  return !!box && box.height > 0 && box.top < innerHeight && box.bottom > 0
}

function findField({ leadId, field }: Place): Element | null {
  return document.querySelector(`[data-lead="${CSS.escape(leadId)}"] [data-field="${CSS.escape(field)}"]`)
}
