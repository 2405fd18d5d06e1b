import type { SaveState } from './save-state.ts'

/**
 * What every editor of one value takes. An edit ends with exactly one call: `onCommit` with a changed value, or
 * `onCancel` when nothing is to be saved.
 */
export type EditorProps<T> = {
  /** The field's label: the accessible name. Shown by the `FieldGroup` around it. */
  label: string
  value: T
  save?: SaveState<T> | undefined
  /** How a value reads in a note about it; by default as plain text. */
  valueText?: ((value: unknown) => string) | undefined
  onCommit: (next: T) => void
  onCancel?: (() => void) | undefined
  /** Takes focus when it appears, for an editor that a person has just opened. */
  autoFocus?: boolean | undefined
  /** A visible box, for forms; without it a value looks like text until hovered or focused. */
  boxed?: boolean | undefined
  /** Why it cannot be changed now. */
  disabledReason?: string | null | undefined
}
