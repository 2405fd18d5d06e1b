import { moneyDraft, parseMoney } from './amount.ts'
import type { EditorProps } from './editor-props.ts'
import { FormattedBox } from './FormattedBox.tsx'
import type { Parsed } from './use-draft.ts'
import { formatMoney } from './value-format.ts'

/** An amount in cents, shown with its currency and typed as a plain number. */
export function MoneyEditor({
  currency,
  placeholder = 'Empty',
  ...rest
}: EditorProps<number | null> & {
  currency: string | null | undefined
  placeholder?: string | undefined
}) {
  return (
    <FormattedBox
      {...rest}
      format={(cents) => formatMoney(cents, currency)}
      toText={toText}
      parse={parse}
      valueText={(cents) => (typeof cents === 'number' ? formatMoney(cents, currency) : 'No value')}
      inputMode="decimal"
      placeholder={placeholder}
    />
  )
}

function toText(value: number | null): string {
  return value === null ? '' : moneyDraft(value)
}

function parse(text: string): Parsed<number | null> {
  const parsed = parseMoney(text)
  return parsed.ok ? { ok: true, value: parsed.cents } : parsed
}
