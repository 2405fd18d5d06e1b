import { clsx } from 'clsx'

/** How far something is. `isEndless` for work whose length is not known. */
export function ProgressBar({
  label,
  value,
  total,
  text,
  isEndless = false,
}: {
  /** The accessible name. */
  label: string
  value: number
  total: number
  /** The state in words, for screen readers. */
  text?: string
  isEndless?: boolean
}) {
  const share = total === 0 ? 1 : value / total
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={isEndless ? undefined : value}
      aria-valuetext={text}
      className="h-2 w-full overflow-hidden rounded-full bg-line"
    >
      <div
        className={clsx(
          'h-full rounded-full bg-accent transition-[width] duration-200',
          isEndless && 'animate-pulse',
        )}
        style={{ width: isEndless ? '100%' : `${share * 100}%` }}
      />
    </div>
  )
}
