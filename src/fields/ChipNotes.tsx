import type { ChipMark } from './chip-mark.ts'
import { NoteButton } from './NoteButton.tsx'
import { SaveNote } from './SaveNote.tsx'

/** Under the chips: that edits wait to be sent, and each value whose edit failed, why, and ways out. */
export function ChipNotes({
  label,
  marks,
  labelOf,
}: {
  /** The field's. */
  label: string
  marks: ReadonlyMap<string, ChipMark>
  labelOf: (value: string) => string
}) {
  const waits = [...marks.values()].map((mark) => mark.kind === 'pending' && mark.waits).find(Boolean)
  const failures = [...marks].map(([value, mark]) =>
    mark.kind === 'failed' ? (
      <div
        key={value}
        role="alert"
        className="flex flex-wrap items-center gap-1 px-2 pt-1 pb-1.5 text-xs text-bad"
      >
        <span className="basis-full wrap-break-word">
          “{labelOf(value)}” was not {mark.op === 'add' ? 'added' : 'removed'}. {mark.message}
        </span>
        <NoteButton onPress={mark.retry}>Retry</NoteButton>
        <NoteButton isQuiet onPress={mark.discard}>
          Discard
        </NoteButton>
      </div>
    ) : null,
  )
  return (
    <>
      {waits && <SaveNote label={label} save={{ kind: 'waiting', ...waits }} />}
      {failures}
    </>
  )
}
