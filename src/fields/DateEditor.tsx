import type { EditorProps } from './editor-props.ts'
import { PickerBox } from './PickerBox.tsx'
import { toDateInput } from './typed-value.ts'
import { isDateOnly } from './value-format.ts'

/** A date, "2026-06-12" or null: the browser's own date box, the same day in every time zone. */
export function DateEditor(props: EditorProps<string | null>) {
  return <PickerBox {...props} type="date" toText={toText} toValue={toValue} />
}

/** A year typed with two digits is one of the first century to the browser. */
function toValue(text: string): string | null {
  return isDateOnly(text) && text >= '1000' ? text : null
}

function toText(value: string | null): string {
  return value === null ? '' : toDateInput(value)
}
