import { CloudOff } from 'lucide-react'
import { ConflictNote } from './ConflictNote.tsx'
import { NoteButton } from './NoteButton.tsx'
import type { SaveState } from './save-state.ts'
import { anyText } from './value-format.ts'

/**
 * Under a value: that its last edit waits to be sent, why it failed, or whose change stands against it, with ways
 * out. Nothing while all is well.
 */
export function SaveNote({
  label,
  save,
  valueText = anyText,
}: {
  label: string
  save: SaveState | undefined
  /** How a value reads. */
  valueText?: ((value: unknown) => string) | undefined
}) {
  if (save?.kind === 'waiting') {
    return (
      <div role="status" className="flex items-center gap-1 px-2 pb-1 text-xs text-muted">
        <CloudOff aria-hidden className="size-3.5 shrink-0" />
        <span className="min-w-0 wrap-break-word">Waits to be sent. {save.message}</span>
        <NoteButton isQuiet onPress={save.retry}>
          Retry now
        </NoteButton>
      </div>
    )
  }
  if (save?.kind !== 'failed') return null
  if (save.conflict) {
    return <ConflictNote {...save} label={label} conflict={save.conflict} valueText={valueText} />
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-1 px-2 pt-1 pb-1.5 text-xs text-bad">
      <span className="basis-full wrap-break-word">
        {label} was not saved. {save.message}
      </span>
      <NoteButton onPress={save.retry}>Retry</NoteButton>
      <NoteButton isQuiet onPress={save.discard}>
        Discard
      </NoteButton>
    </div>
  )
}
