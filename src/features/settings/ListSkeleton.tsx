import { Skeleton } from '#ui/Skeleton.tsx'

/** Holds the place of a list while it loads. */
export function ListSkeleton({ label, lines }: { label: string; lines: number }) {
  return (
    <div
      role="group"
      aria-busy="true"
      aria-label={label}
      className="divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {Array.from({ length: lines }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- grey lines have nothing else
        <div key={index} className="flex h-11 items-center gap-3 px-3">
          <Skeleton className="w-32" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </div>
  )
}
