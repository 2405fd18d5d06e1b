import { Chip } from '#ui/Chip.tsx'
import { Fragment } from 'react'
import { fittingChips } from './fitting-chips.ts'

export type ChipValue = { id: string; label: string; invalid?: string | undefined }

/** Values as chips on one line; those that do not fit are counted as "+3" and named in its tooltip. */
export function ChipRow({
  values,
  width,
  max = 3,
}: {
  values: readonly ChipValue[]
  /** Pixels there are; without it at most `max` chips show. */
  width?: number | undefined
  max?: number | undefined
}) {
  const labels = values.map(({ label }) => label)
  const count = width === undefined ? max : fittingChips(labels, width)
  const hidden = labels.slice(count)
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1 overflow-hidden align-middle">
      {values.slice(0, count).map(({ id, label, invalid }, index) => (
        <Fragment key={id}>
          {index > 0 && <span className="sr-only">, </span>}
          <Chip label={label} invalid={invalid} className="max-w-40 shrink-0 last:shrink" />
        </Fragment>
      ))}
      {hidden.length > 0 && (
        <span title={hidden.join(', ')} className="shrink-0 px-0.5 text-xs text-muted tabular-nums">
          <span aria-hidden>+{hidden.length}</span>
          <span className="sr-only">, {hidden.join(', ')}</span>
        </span>
      )}
    </span>
  )
}
