import { openTab } from '#features/lead/tab-wanted.ts'
import { currentSearch, navigate } from '#lib/navigation.ts'
import { patchedFields } from '#model/lead-patch.ts'
import type { Operation } from '#model/operation.ts'
import { leadPath } from '#model/paths.ts'

/** How long a lead may take to appear, in milliseconds. */
const PATIENCE_MS = 5_000

const SETTLED_MS = 400

/** Opens the lead that an operation is about and puts the focus on the field or the thing itself. */
export function goToOperation(operation: Operation): void {
  const { leadId, object, objectId } = operation
  navigate(leadPath(leadId, currentSearch()))
  openTab(leadId, object === 'note' || object === 'call' ? 'activity' : 'details')
  const [field] = operation.do === 'update' ? patchedFields(operation.patch) : []
  const inLead = `[data-lead="${CSS.escape(leadId)}"]`
  const id = CSS.escape(objectId)
  const own =
    object === 'lead'
      ? `[data-field="${CSS.escape(field ?? '')}"]`
      : `:is([data-object="${id}"], [data-contact="${id}"])`
  const until = Date.now() + PATIENCE_MS
  const look = () => {
    const place = document.querySelector<HTMLElement>(`${inLead} ${own}`)
    if (place) {
      place.scrollIntoView({ block: 'center' })
      focusIn(place)
      // A pane that has just been opened takes the focus to its heading.
      setTimeout(() => place.contains(document.activeElement) || focusIn(place), SETTLED_MS)
    } else if (Date.now() < until) setTimeout(look, 100)
  }
  // The dialog that was open gives the focus back first.
  setTimeout(look, 100)
}

function focusIn(place: HTMLElement): void {
  const box = place.querySelector<HTMLElement>('input, textarea, [role="combobox"]')
  const way = place.querySelector<HTMLElement>('[role="alert"] button')
  const target = box ?? way ?? place.querySelector<HTMLElement>('button')
  target?.focus()
}
