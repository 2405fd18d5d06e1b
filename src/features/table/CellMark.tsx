import { describeFailure } from '#model/failure.ts'
import type { FieldState } from '#model/operation.ts'
import { CloudOff, TriangleAlert } from 'lucide-react'

/** Tells in the cell that its edit is on its way, waits for a connection, or has to be decided about. */
export function CellMark({ state }: { state: FieldState }) {
  if (state.kind === 'saved') return null
  if (state.kind === 'saving') {
    return <span aria-hidden className="absolute top-1 right-1 size-1.5 rounded-full bg-accent" />
  }
  if (state.kind === 'waiting') {
    return (
      <span className="ml-auto flex shrink-0 items-center text-muted">
        <CloudOff aria-hidden className="size-3.5" />
        <span className="sr-only">Waits to be sent.</span>
      </span>
    )
  }
  return (
    <span data-failure className="ml-auto flex shrink-0 items-center text-warn">
      <TriangleAlert aria-hidden className="size-4" />
      <span className="sr-only">
        {state.kind === 'conflict'
          ? 'Not saved: somebody else changed it meanwhile.'
          : `Not saved. ${describeFailure(state.failure)}`}
      </span>
    </span>
  )
}
