import type { EditorProps } from './editor-props.ts'
import { FormattedBox } from './FormattedBox.tsx'
import type { Parsed } from './use-draft.ts'
import { numberDraft, parseNumber } from './typed-value.ts'
import { formatNumber } from './value-format.ts'

/** A number, shown with the locale's separators and typed with or without them. */
export function NumberEditor(props: EditorProps<number | null>) {
  return (
    <FormattedBox
      {...props}
      format={formatNumber}
      toText={toText}
      parse={parse}
      inputMode="decimal"
      placeholder="Empty"
    />
  )
}

function toText(value: number | null): string {
  return value === null ? '' : numberDraft(value)
}

function parse(text: string): Parsed<number | null> {
  if (text.trim() === '') return { ok: true, value: null }
  const value = parseNumber(text)
  return value === null ? { ok: false, message: 'Enter a number.' } : { ok: true, value }
}
