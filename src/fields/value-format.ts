import { dateFormat, numberFormat } from '#lib/formats.ts'

/**
 * Values as text (what is typed becomes a value in `typed-value.ts`). A date has no time zone and is never shifted; a
 * date-time is shown in the user's zone. `locale` defaults to the browser's.
 */

type Locale = string | undefined

const DATE_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether this is a date without a time, e.g. "2026-06-12". */
export function isDateOnly(iso: string): boolean {
  return DATE_ONLY.test(iso)
}

/** A day, e.g. "Jun 12, 2026"; the text itself when it is no date. A date-time counts by the user's zone. */
export function formatDate(iso: string, locale?: Locale, timeZone?: string): string {
  const date = new Date(isDateOnly(iso) ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(date.getTime())) return iso
  return dateFormat(locale, { dateStyle: 'medium', timeZone: isDateOnly(iso) ? 'UTC' : timeZone }).format(
    date,
  )
}

/** A moment, e.g. "Jun 12, 2026, 3:05 PM", in `timeZone` (the user's by default); a bare date stays a date. */
export function formatDateTime(iso: string, locale?: Locale, timeZone?: string): string {
  if (isDateOnly(iso)) return formatDate(iso, locale)
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date)
}

/** A moment in full, with the zone's name, for a tooltip. */
export function formatFullDateTime(iso: string, locale?: Locale, timeZone?: string): string {
  const date = new Date(isDateOnly(iso) ? `${iso}T00:00:00Z` : iso)
  if (Number.isNaN(date.getTime())) return iso
  return isDateOnly(iso)
    ? dateFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(date)
    : dateFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone }).format(date)
}

/** A number with the locale's separators, up to 10 decimals. */
export function formatNumber(value: number, locale?: Locale): string {
  return numberFormat(locale, { maximumFractionDigits: 10 }).format(value)
}

/** An amount in cents, e.g. "$1,234.50 monthly"; whole amounts drop the decimals. Source: contract 7. */
export function formatMoney(
  cents: number,
  currency: string | null | undefined,
  period?: string | null,
  locale?: Locale,
): string {
  const whole = cents % 100 === 0
  const digits = { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: whole ? 0 : 2 }
  const per = period === 'monthly' || period === 'annual' ? ` ${period}` : ''
  const code = currency && /^[a-z]{3}$/i.test(currency) ? currency.toUpperCase() : null
  const options: Intl.NumberFormatOptions = code ? { ...digits, style: 'currency', currency: code } : digits
  return numberFormat(locale, options).format(cents / 100) + per
}

/** Anything the server may send, as text; objects as JSON, so that nothing is hidden. */
export function anyText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(anyText).filter(Boolean).join(', ')
  return JSON.stringify(value) ?? ''
}
