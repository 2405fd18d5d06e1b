const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How long ago a moment is, e.g. "5 min. ago", "yesterday", "3 mo. ago"; also "in 2 hr.". */
export function agoText(moment: string, now: number, locale?: string): string {
  const ms = Date.parse(moment) - now
  if (Number.isNaN(ms)) return ''
  const size = Math.abs(ms)
  const [unit, length] =
    size < HOUR_MS
      ? (['minute', 60_000] as const)
      : size < DAY_MS
        ? (['hour', HOUR_MS] as const)
        : size < 30 * DAY_MS
          ? (['day', DAY_MS] as const)
          : size < 365 * DAY_MS
            ? (['month', 30 * DAY_MS] as const)
            : (['year', 365 * DAY_MS] as const)
  // Towards now, so that an hour and 50 minutes are not two hours yet.
  return size < 60_000 ? 'just now' : formatOf(locale).format(Math.trunc(ms / length), unit)
}

const formats = new Map<string | undefined, Intl.RelativeTimeFormat>()

function formatOf(locale: string | undefined): Intl.RelativeTimeFormat {
  const known = formats.get(locale)
  if (known) return known
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  formats.set(locale, made)
  return made
}
