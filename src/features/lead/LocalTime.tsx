import { dateFormat } from '#lib/formats.ts'
import { useMinute } from '#lib/use-minute.ts'
import { leadZone, type LeadZone } from '#model/lead-clock.ts'
import type { LeadRow } from '#model/lead.ts'
import { Moon, Sun } from 'lucide-react'
import { memo, useMemo } from 'react'

const DAY_BEGINS = 8
const DAY_ENDS = 20

/** What the clock says where the lead is, as long as that is known. */
export const LocalTime = memo(function LocalTime({
  addresses,
  contacts,
}: Pick<LeadRow, 'addresses' | 'contacts'>) {
  const place = useMemo(() => leadZone({ addresses, contacts }), [addresses, contacts])
  return place && <Clock place={place} />
})

function Clock({ place }: { place: LeadZone }) {
  const now = useMinute()
  const { zone } = place
  const hour = Number(
    dateFormat('en-u-nu-latn', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(now),
  )
  const isDay = hour >= DAY_BEGINS && hour < DAY_ENDS
  const Icon = isDay ? Sun : Moon
  const day = dayThere(zone, now)
  return (
    <p
      title={`${zoneName(zone, now)}, ${whence(place)}`}
      className="flex w-fit items-center gap-1.5 px-4 pb-2 text-xs text-muted tabular-nums"
    >
      <Icon aria-hidden className="size-3.5 text-faint" />
      <span>
        {dateFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(now)} there
        {day && `, ${day}`}
      </span>
    </p>
  )
}

/** The weekday there when it is not the one here. */
function dayThere(zone: string, now: number): string | null {
  const weekday = (timeZone?: string) => dateFormat(undefined, { weekday: 'long', timeZone }).format(now)
  return weekday(zone) === weekday() ? null : weekday(zone)
}

function zoneName(zone: string, now: number): string {
  const parts = dateFormat(undefined, {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(now)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

function whence({ from, place, isMostly }: LeadZone): string {
  if (from === 'server') return 'as Close says'
  if (from === 'phone') return `by the country of the phone number (${place})`
  return isMostly ? `by the address (most of ${place})` : `by the address (${place})`
}
