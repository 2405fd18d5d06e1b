import { useObjectOperations } from '#data/use-children.ts'
import { useStalled } from '#data/use-stalled.ts'
import { isOnItsWay } from '#model/operation.ts'
import { Spinner } from '#ui/Spinner.tsx'

/** Beside the headline of a note or call: that it is being saved, should that take a moment. */
export function ActivityMark({ id }: { id: string }) {
  const operations = useObjectOperations(id)
  const stalled = useStalled()
  if (operations.length === 0 || stalled || !operations.every(isOnItsWay)) return null
  return (
    <span className="flex shrink-0 animate-[fade_120ms_ease-out_400ms_backwards] items-baseline gap-1 text-xs text-muted">
      <Spinner className="size-3 self-center" />
      Saving…
    </span>
  )
}
