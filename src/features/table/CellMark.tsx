import { describeFailure } from '#model/failure.ts'
import type { FieldState } from '#model/lead-edit.ts'
import { TriangleAlert } from 'lucide-react'

/** Tells in the cell that its edit is on its way, or was refused. */
export function CellMark({ state }: { state: FieldState }) {
  if (state.kind === 'saved') return null
  if (state.kind === 'saving') {
    return (
      <span
        aria-hidden
        className="absolute top-1 right-1 size-1.5 rounded-full bg-accent motion-safe:animate-pulse"
      />
    )
  }
  return (
    <span data-failure className="ml-auto flex shrink-0 items-center text-warn">
      <TriangleAlert aria-hidden className="size-4" />
      <span className="sr-only">Not saved. {describeFailure(state.failure)}</span>
    </span>
  )
}
