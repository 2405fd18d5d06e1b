import { formatMoney } from './value-format.ts'

/** An amount in cents with its currency and, for a recurring one, its period. */
export function MoneyText({
  cents,
  currency,
  period,
}: {
  cents: number | null | undefined
  currency: string | null | undefined
  /** one_time, monthly or annual. */
  period?: string | null | undefined
}) {
  if (cents === null || cents === undefined) return null
  return <span className="whitespace-nowrap tabular-nums">{formatMoney(cents, currency, period)}</span>
}
