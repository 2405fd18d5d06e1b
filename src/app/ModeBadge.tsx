import { settingsQueries } from '#data/settings-queries.ts'
import { RouteLink } from '#lib/navigation.ts'
import { SETTINGS_PATH } from '#model/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'

const PHONE_LINE = 'basis-full truncate pt-1 text-center text-2xs leading-none font-medium'

/** Says whose data is on screen: made-up data, or that of a named organisation. On a phone a line of its own, no link. */
export function ModeBadge({ isPhone = false }: { isPhone?: boolean }) {
  return import.meta.env.MODE === 'demo' ? <DemoBadge isPhone={isPhone} /> : <LiveBadge isPhone={isPhone} />
}

function DemoBadge({ isPhone }: { isPhone: boolean }) {
  if (isPhone) return <span className={clsx(PHONE_LINE, 'text-warn')}>Demo</span>
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

function LiveBadge({ isPhone }: { isPhone: boolean }) {
  const { data } = useQuery(settingsQueries.organization())
  const name = data?.name || 'Live'
  if (isPhone) return <span className={clsx(PHONE_LINE, 'text-good')}>{name}</span>
  return (
    <RouteLink
      to={SETTINGS_PATH}
      data-tooltip={data ? `Live data of ${data.name}` : 'Live data from Close'}
      className="line-clamp-2 max-w-14 rounded-sm bg-good-soft px-px text-center text-2xs leading-tight font-medium wrap-break-word text-good"
    >
      {name}
    </RouteLink>
  )
}
