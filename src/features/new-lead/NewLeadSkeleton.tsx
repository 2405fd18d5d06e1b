import { Skeleton } from '#ui/Skeleton.tsx'

/** Holds the place of the form while it is not known which statuses and fields there are. */
export function NewLeadSkeleton() {
  return (
    <div role="group" aria-busy="true" aria-label="New lead, loading" className="grid gap-4 sm:grid-cols-2">
      {['sm:col-span-2', '', '', 'sm:col-span-2'].map((span, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- grey boxes have nothing else
        <div key={i} className={`flex flex-col gap-2 ${span}`}>
          <Skeleton className="w-16" />
          <Skeleton className="h-8 w-full" />
        </div>
      ))}
    </div>
  )
}
