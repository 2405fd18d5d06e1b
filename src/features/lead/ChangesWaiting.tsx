import { Skeleton } from '#ui/Skeleton.tsx'

/** The shape of changes that are on their way. */
export function ChangesWaiting() {
  return (
    <div role="group" aria-busy="true" aria-label="Loading changes" className="flex flex-col gap-4 px-4 py-5">
      <Skeleton className="w-40" />
      <Skeleton className="w-52" />
      <Skeleton className="w-32" />
    </div>
  )
}
