import { formatNumber } from '#fields/value-format.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'

import { TimelineSkeleton } from './TimelineSkeleton.tsx'

/** Below the last activity: how far was looked, and the way on to older ones. */
export function TimelineEnd({
  loaded,
  found,
  hasOlder,
  isPartial,
  isLoading,
  error,
  onLoadOlder,
}: {
  /** How many activities are here. */
  loaded: number
  /** How many of them hold what is looked for; null when nothing is. */
  found: number | null
  hasOlder: boolean
  /** These are only some that were known before. */
  isPartial: boolean
  isLoading: boolean
  /** Why older activity could not be read. */
  error: Error | null
  onLoadOlder: () => void
}) {
  const count = formatNumber(loaded)
  return (
    <>
      {error && !isLoading && (
        <Banner tone="bad" live className="mx-4 mt-2">
          Older activity could not be loaded. {describeFailure(toFailure(error))}
        </Banner>
      )}
      {isLoading && <TimelineSkeleton label="Loading activity" lines={2} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 text-xs text-muted">
        <p role="status" className="empty:hidden">
          {found !== null &&
            (hasOlder
              ? `${matches(found)} among the ${count} latest. Older activity is not searched yet.`
              : `${matches(found)} in ${isPartial ? 'what was known before' : 'all of this lead’s activity'}.`)}
        </p>
        {hasOlder && (
          <Button size="sm" busy={isLoading} onClick={onLoadOlder}>
            {error ? 'Try again' : found === null ? 'Load older' : 'Search older'}
          </Button>
        )}
      </div>
    </>
  )
}

function matches(count: number): string {
  return count === 0 ? 'No match' : count === 1 ? '1 match' : `${formatNumber(count)} matches`
}
