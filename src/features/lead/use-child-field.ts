import { useFieldState } from '#data/lead-edits.ts'
import type { ChildWays } from '#data/use-children.ts'
import { saveOf } from '#fields/save-of.ts'
import type { SaveState } from '#fields/save-state.ts'

/**
 * One field of something below a lead, as its editor takes it: its label, what its last edit is doing, and how to
 * set it. `name` is what people call the thing.
 */
export function useChildField<T>(
  ways: ChildWays,
  { id, name }: { id: string; name: string },
  field: string,
  label: string,
): { label: string; save: SaveState<T>; onCommit: (value: T) => void } {
  const state = useFieldState(id, field)
  return {
    label,
    save: saveOf<T>(state, field),
    onCommit: (value) => void ways.update(id, { [field]: value }, name, { about: { field: label } }),
  }
}
