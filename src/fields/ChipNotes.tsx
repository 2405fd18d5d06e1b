import { Button } from '#ui/Button.tsx'
import type { ChipMark } from './chip-mark.ts'

/** Under the chips: each value whose edit failed, why, and ways out. */
export function ChipNotes({
  marks,
  labelOf,
}: {
  marks: ReadonlyMap<string, ChipMark>
  labelOf: (value: string) => string
}) {
  return [...marks].map(([value, mark]) =>
    mark.kind === 'failed' ? (
      <div
        key={value}
        role="alert"
        className="flex flex-wrap items-center gap-1 px-2 pt-1 pb-1.5 text-xs text-bad"
      >
        <span className="basis-full wrap-break-word">
          “{labelOf(value)}” was not {mark.op === 'add' ? 'added' : 'removed'}. {mark.message}
        </span>
        <Button size="sm" onClick={mark.retry}>
          Retry
        </Button>
        <Button size="sm" variant="ghost" onClick={mark.discard}>
          Discard
        </Button>
      </div>
    ) : null,
  )
}
