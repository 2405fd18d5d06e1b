import { clsx } from 'clsx'
import { Check } from 'lucide-react'

import type { ImportState } from './import-store.ts'

const STEPS = ['File', 'Columns', 'Check', 'Import']
const PLACES: Record<ImportState['step'], number> = { file: 0, map: 1, checking: 2, check: 2, run: 3 }

/** Where one is in the import. */
export function Steps({ step }: { step: ImportState['step'] }) {
  const here = PLACES[step]
  return (
    <ol aria-label="Steps" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      {STEPS.map((label, at) => (
        <li
          key={label}
          aria-current={at === here ? 'step' : undefined}
          className={clsx(
            'flex items-center gap-2',
            at === here ? 'font-medium text-text' : at < here ? 'text-muted' : 'text-faint',
          )}
        >
          {at > 0 && <span aria-hidden className="h-px w-4 bg-line-strong md:w-8" />}
          <span
            aria-hidden
            className={clsx(
              'flex size-5 items-center justify-center rounded-full text-2xs tabular-nums [&_svg]:size-3',
              at === here ? 'bg-accent text-on-accent' : 'border border-line-strong',
            )}
          >
            {at < here ? <Check /> : at + 1}
          </span>
          <span className={clsx(at !== here && 'max-sm:sr-only')}>{label}</span>
        </li>
      ))}
    </ol>
  )
}
