import { Skeleton } from '#ui/Skeleton.tsx'

/** The shape of activities that are on their way. */
export function TimelineSkeleton({ label, lines = 5 }: { label: string; lines?: number | undefined }) {
  return (
    <div role="group" aria-busy="true" aria-label={label} className="px-4 py-2">
      {WIDTHS.slice(0, lines).map((width) => (
        <div key={width} className="flex gap-2.5 py-2">
          <Skeleton className="size-6 shrink-0 rounded-full" />
          <div className="flex-1">
            <Skeleton className={`mt-1 mb-2 ${width}`} />
            <Skeleton className="w-24" />
          </div>
        </div>
      ))}
    </div>
  )
}

const WIDTHS = ['w-40', 'w-56', 'w-32', 'w-48', 'w-36']
