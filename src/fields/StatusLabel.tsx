import { StatusDot } from '#ui/StatusDot.tsx'
import { statusHue } from './status-hue.ts'

/** A status as a coloured dot and its label. */
export function StatusLabel({ label }: { label: string | null | undefined }) {
  if (!label) return null
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2 align-middle">
      <StatusDot hue={statusHue(label)} />
      <span className="truncate">{label}</span>
    </span>
  )
}
