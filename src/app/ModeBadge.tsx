import { RouteLink } from '#lib/navigation.ts'
import { SETTINGS_PATH } from '#model/paths.ts'

/** Says that what is on screen is made up; nothing in a live build. */
export function ModeBadge() {
  if (import.meta.env.MODE !== 'demo') return null
  return (
    <RouteLink
      to={SETTINGS_PATH}
      data-tooltip="Made-up data that never leaves this browser"
      className="rounded-sm bg-warn-soft px-1 text-2xs font-medium text-warn"
    >
      Demo
    </RouteLink>
  )
}
