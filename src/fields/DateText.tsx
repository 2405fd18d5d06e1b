import { formatDate, formatDateTime, formatFullDateTime, isDateOnly } from './value-format.ts'

/** A date, or with `time` a moment in the user's zone. A date without a time is the same day everywhere. */
export function DateText({
  iso,
  time = false,
}: {
  iso: string | null | undefined
  time?: boolean | undefined
}) {
  if (!iso) return null
  return (
    <time
      dateTime={iso}
      title={isDateOnly(iso) ? undefined : formatFullDateTime(iso)}
      className="whitespace-nowrap tabular-nums"
    >
      {time ? formatDateTime(iso) : formatDate(iso)}
    </time>
  )
}
