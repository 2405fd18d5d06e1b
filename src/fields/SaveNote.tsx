import { Button } from '#ui/Button.tsx'
import type { SaveState } from './save-state.ts'

/** Under a value: why its last edit failed, with ways out. Nothing while all is well. */
export function SaveNote({ label, save }: { label: string; save: SaveState | undefined }) {
  if (save?.kind !== 'failed') return null
  return (
    <div role="alert" className="flex flex-wrap items-center gap-1 px-2 pt-1 pb-1.5 text-xs text-bad">
      <span className="basis-full wrap-break-word">
        {label} was not saved. {save.message}
      </span>
      <Button size="sm" onClick={save.retry}>
        Retry
      </Button>
      <Button size="sm" variant="ghost" onClick={save.discard}>
        Discard
      </Button>
    </div>
  )
}
