import { Skeleton } from '#ui/Skeleton.tsx'

/** Holds the pane's place while its code loads. */
export function PaneSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the lead" role="group" className="p-4">
      <Skeleton className="mb-6 h-6 w-56" />
      <Skeleton className="mb-2 h-4 w-40" />
      <Skeleton className="mb-8 h-4 w-64" />
      <Skeleton className="mb-3 h-20" />
      <Skeleton className="h-40" />
    </div>
  )
}
