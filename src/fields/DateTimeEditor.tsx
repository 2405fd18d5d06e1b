import type { EditorProps } from './editor-props.ts'
import { PickerBox } from './PickerBox.tsx'
import { fromLocalInput, toLocalInput } from './typed-value.ts'

/** A moment as ISO 8601 in UTC, or null: shown and typed in the user's zone. */
export function DateTimeEditor(props: EditorProps<string | null>) {
  return <PickerBox {...props} type="datetime-local" toText={toText} toValue={toValue} />
}

/** A year typed with two digits is one of the first century to the browser. */
function toValue(text: string): string | null {
  return text >= '1000' ? fromLocalInput(text) : null
}

function toText(value: string | null): string {
  return value === null ? '' : toLocalInput(value)
}
