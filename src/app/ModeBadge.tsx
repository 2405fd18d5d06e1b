import { settingsQueries } from '#data/settings-queries.ts'
import { RouteLink } from '#lib/navigation.ts'
import { SETTINGS_PATH } from '#model/paths.ts'
import { useQuery } from '@tanstack/react-query'

/** Says whose data is on screen: made-up data, or that of a named organisation. */
export function ModeBadge() {
  return import.meta.env.MODE === 'demo' ? <DemoBadge /> : <LiveBadge />
}

function DemoBadge() {
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

function LiveBadge() {
  const { data } = useQuery(settingsQueries.organization())
  return (
    <RouteLink
      to={SETTINGS_PATH}
      data-tooltip={data ? `Live data of ${data.name}` : 'Live data from Close'}
      className="line-clamp-2 max-w-13 rounded-sm bg-good-soft px-0.5 text-center text-2xs leading-tight font-medium wrap-break-word text-good"
    >
      {data?.name || 'Live'}
    </RouteLink>
  )
}
