import { Skeleton } from '#ui/Skeleton.tsx'

/** Holds a page's place while its code loads. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" aria-label="Loading the page" role="group" className="mx-auto w-full max-w-3xl p-6">
      <Skeleton className="mb-6 h-6 w-48" />
      <Skeleton className="mb-3 h-24" />
      <Skeleton className="h-40" />
    </div>
  )
}
