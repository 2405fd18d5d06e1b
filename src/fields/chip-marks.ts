import { parsePatchKey } from '#model/custom-key.ts'
import { describeFailure } from '#model/failure.ts'
import { isOnItsWay, type Update } from '#model/operation.ts'

import type { ChipMark } from './chip-mark.ts'
import { anyText } from './value-format.ts'

/**
 * What the edits of a field with several values are doing, value by value; of several edits of one value the
 * last counts. Edits are oldest first; those of other fields do not matter.
 */
export function chipMarks(
  edits: readonly Update[],
  field: string,
  ways: { retry: (edit: Update) => void; discard: (edit: Update) => void },
): ReadonlyMap<string, ChipMark> {
  const marks = new Map<string, ChipMark>()
  for (const edit of edits) {
    for (const [key, value] of Object.entries(edit.patch)) {
      const { field: named, op } = parsePatchKey(key)
      if (named !== field || op === 'set') continue
      marks.delete(anyText(value))
      marks.set(anyText(value), markOf(edit, op, ways))
    }
  }
  return marks
}

function markOf(
  edit: Update,
  op: 'add' | 'remove',
  { retry, discard }: { retry: (edit: Update) => void; discard: (edit: Update) => void },
): ChipMark {
  if (isOnItsWay(edit)) {
    const stalled = edit.state.kind === 'waiting' ? edit.state.stalled : undefined
    const waits = stalled && { message: describeFailure(stalled), retry: () => retry(edit) }
    return { kind: 'pending', op, ...(waits && { waits }) }
  }
  return {
    kind: 'failed',
    op,
    message: edit.state.kind === 'failed' ? describeFailure(edit.state.failure) : '',
    retry: () => retry(edit),
    discard: () => discard(edit),
  }
}
