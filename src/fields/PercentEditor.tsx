import { formatPercent, parsePercent } from './amount.ts'
import type { EditorProps } from './editor-props.ts'
import { FormattedBox } from './FormattedBox.tsx'
import type { Parsed } from './use-draft.ts'

/** A whole number from 0 to 100, shown with a percent sign and typed with or without one. */
export function PercentEditor(props: EditorProps<number | null>) {
  return (
    <FormattedBox
      {...props}
      format={formatPercent}
      toText={toText}
      parse={parse}
      valueText={(percent) => (typeof percent === 'number' ? formatPercent(percent) : 'None')}
      inputMode="numeric"
      placeholder="Empty"
    />
  )
}

function toText(value: number | null): string {
  return value === null ? '' : String(value)
}

function parse(text: string): Parsed<number | null> {
  const value = parsePercent(text)
  return value === null ? { ok: false, message: 'Enter a whole number from 0 to 100.' } : { ok: true, value }
}
