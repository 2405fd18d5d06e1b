import { useNow } from '#lib/use-now.ts'
import { changedWords } from './changed-words.ts'
import { ConflictValues } from './ConflictValues.tsx'
import { NoteButton } from './NoteButton.tsx'
import type { Conflict } from './save-state.ts'

/** Says that the check before a save cannot be perfect; shown with the button that sets a value all the same. */
const GAP =
  'Replaces theirs. The API cannot lock a value: should somebody change it in the very moment of saving, you are told afterwards.'

/** Under a value that somebody else changed meanwhile: all three values, and the choice. */
export function ConflictNote({
  label,
  message,
  wanted,
  conflict,
  valueText,
  retry,
  discard,
}: {
  label: string
  message: string
  wanted?: unknown
  conflict: Conflict
  valueText: (value: unknown) => string
  retry: () => void
  discard: () => void
}) {
  const now = useNow(5_000)
  const { by, base, theirs } = conflict
  return (
    <div role="alert" className="px-2 pt-1 pb-1.5 text-xs">
      <p className="wrap-break-word text-bad">
        {label} was not saved. {by ? `${changedWords(by.name, by.at, now)}.` : message}
      </p>
      <ConflictValues {...{ mine: wanted, theirs, base, valueText }} />
      <div className="flex flex-wrap gap-1">
        <NoteButton tooltip={GAP} onPress={retry}>
          Keep mine
        </NoteButton>
        <NoteButton onPress={discard}>Keep theirs</NoteButton>
      </div>
    </div>
  )
}
