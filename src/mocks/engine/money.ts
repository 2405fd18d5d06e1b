import { numberFormat } from '#lib/formats.ts'

/**
 * Cents as display text: `£500`, `$1,234.50`, with the period appended unless it is paid once, as in
 * `$5 monthly`. Source: contract 7.
 */
export function formatMoney(cents: number, currency: string, period?: string | null): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const format = numberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const amount = format.format(cents / 100)
  return period === 'monthly' || period === 'annual' ? `${amount} ${period}` : amount
}
