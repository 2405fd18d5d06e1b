import { useMinute } from '#lib/use-minute.ts'

import { agoText } from './ago-text.ts'
import { formatFullDateTime } from './value-format.ts'

/** How long ago a moment is, kept up to date; the exact moment as its tooltip. */
export function AgoText({ iso }: { iso: string }) {
  const now = useMinute()
  return (
    <time dateTime={iso} title={formatFullDateTime(iso)} className="whitespace-nowrap tabular-nums">
      {agoText(iso, now)}
    </time>
  )
}
