import type { ChipMark } from '#fields/chip-mark.ts'
import { parsePatchKey } from '#model/custom-key.ts'
import { describeFailure } from '#model/failure.ts'
import type { LeadEdit } from '#model/lead-edit.ts'

/**
 * What the edits of a field with several values are doing, value by value; of several edits of one value the
 * last counts. `edits` are those of the field, oldest first.
 */
export function chipMarks(
  edits: readonly LeadEdit[],
  ways: { retry: (edit: LeadEdit) => void; discard: (edit: LeadEdit) => void },
): ReadonlyMap<string, ChipMark> {
  const marks = new Map<string, ChipMark>()
  for (const edit of edits) {
    for (const [key, value] of Object.entries(edit.patch)) {
      const { op } = parsePatchKey(key)
      if (op === 'set' || typeof value !== 'string') continue
      const { state } = edit
      marks.delete(value)
      marks.set(
        value,
        state.kind === 'waiting'
          ? { kind: 'pending', op }
          : {
              kind: 'failed',
              op,
              message: describeFailure(state.failure),
              retry: () => ways.retry(edit),
              discard: () => ways.discard(edit),
            },
      )
    }
  }
  return marks
}
