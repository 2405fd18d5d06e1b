import { Skeleton } from '#ui/Skeleton.tsx'

/** The shape of a lead of which nothing is known yet. */
export function LeadSkeleton() {
  return (
    <div role="group" aria-busy="true" aria-label="Loading the lead" className="p-4">
      <Skeleton className="mb-5 h-6 w-56" />
      {['w-28', 'w-44', 'w-64'].map((width) => (
        <div key={width} className="flex min-h-8 items-center gap-10">
          <Skeleton className="w-20" />
          <Skeleton className={width} />
        </div>
      ))}
      <Skeleton className="mt-6 mb-3 w-20" />
      <Skeleton className="mb-2 h-16" />
      <Skeleton className="mt-6 mb-3 w-24" />
      {['w-16', 'w-32', 'w-24', 'w-40'].map((width) => (
        <div key={width} className="flex min-h-8 items-center gap-10">
          <Skeleton className="w-20" />
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  )
}
