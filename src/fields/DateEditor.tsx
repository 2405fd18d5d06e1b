import type { EditorProps } from './editor-props.ts'
import { PickerBox } from './PickerBox.tsx'
import { toDateInput } from './value-format.ts'

/** A date, "2026-06-12" or null: the browser's own date box, the same day in every time zone. */
export function DateEditor(props: EditorProps<string | null>) {
  return <PickerBox {...props} type="date" toText={toText} toValue={(text) => text} />
}

function toText(value: string | null): string {
  return value === null ? '' : toDateInput(value)
}
