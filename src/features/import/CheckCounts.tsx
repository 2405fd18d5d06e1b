import { formatNumber } from '#fields/value-format.ts'
import type { OutcomeCounts, RowOutcome } from '#model/import-check.ts'
import { clsx } from 'clsx'

const OUTCOMES: { outcome: RowOutcome; label: string; tone: string }[] = [
  { outcome: 'ready', label: 'Ready', tone: 'text-good' },
  { outcome: 'warning', label: 'With warnings', tone: 'text-warn' },
  { outcome: 'fail', label: 'Will fail', tone: 'text-bad' },
  { outcome: 'skip', label: 'Skipped', tone: 'text-muted' },
]

/** How many rows each outcome has. */
export function CheckCounts({ counts }: { counts: OutcomeCounts }) {
  return (
    <dl
      aria-label="Rows"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4"
    >
      {OUTCOMES.map(({ outcome, label, tone }) => (
        <div key={outcome} className="flex flex-col-reverse bg-surface px-3 py-2">
          <dt className="text-xs text-muted">{label}</dt>
          <dd
            className={clsx('text-xl font-semibold tabular-nums', counts[outcome] > 0 ? tone : 'text-faint')}
          >
            {formatNumber(counts[outcome])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
