import { describeFailure } from '#model/failure.ts'
import type { FieldState } from '#model/operation.ts'

import { SAVED, type Conflict, type SaveState } from './save-state.ts'

const SAVING: SaveState<never> = { kind: 'saving' }

/**
 * What an editor shows of a field's state: with the wanted value after a refusal, and all three in a conflict.
 * `by` is who changed it meanwhile, where that is known.
 */
export function saveOf<T>(
  state: FieldState & { retry(): void; discard(): void },
  field: string,
  by?: Conflict['by'],
): SaveState<T> {
  const ways = { retry: () => state.retry(), discard: () => state.discard() }
  switch (state.kind) {
    case 'saved':
      return SAVED
    case 'saving':
      return SAVING
    case 'waiting':
      return { kind: 'waiting', message: describeFailure(state.stalled), retry: ways.retry }
    case 'failed': {
      const last = state.edits.findLast((edit) => field in edit.patch)
      const message = describeFailure(state.failure)
      return { kind: 'failed', message, ...(last && { wanted: last.patch[field] as T }), ...ways }
    }
    case 'conflict':
      return {
        kind: 'failed',
        message: 'Somebody else changed it meanwhile.',
        wanted: state.mine as T,
        conflict: { base: state.base as T | undefined, theirs: state.theirs as T | undefined, by },
        ...ways,
      }
  }
}
