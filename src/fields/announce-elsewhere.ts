import { currentSearch, navigate } from '#lib/navigation.ts'
import { leadPath } from '#model/paths.ts'
import { showToast } from '#ui/toast.ts'

/**
 * Says in a toast what was refused on a lead that the person has left; where the lead is open it stands at the
 * thing itself.
 */
export function announceElsewhere(leadId: string, key: string, message: string): void {
  if (document.querySelector(`[data-lead="${CSS.escape(leadId)}"]`)) return
  showToast({
    kind: 'bad',
    key,
    message,
    action: { label: 'Show', onAction: () => navigate(leadPath(leadId, currentSearch())) },
  })
}
