import { dateFormat, numberFormat } from '#lib/formats.ts'

/**
 * Values as text and typed text as values. A date has no time zone and is never shifted; a date-time is shown and
 * typed in the user's zone and stored as ISO 8601 in UTC. `locale` defaults to the browser's.
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

/** A number as it stands in its box while being typed: the locale's decimal sign, no grouping. */
export function numberDraft(value: number, locale?: Locale): string {
  return numberFormat(locale, { maximumFractionDigits: 10, useGrouping: false }).format(value)
}

/**
 * The number that was typed, with or without the locale's grouping; null when it is none. A lone "." or "," that
 * cannot be grouping is taken as the decimal sign, so that "1.5" is one and a half for everyone.
 */
export function parseNumber(text: string, locale?: Locale): number | null {
  const parts = numberFormat(locale, {}).formatToParts(-1_234_567.8)
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.'
  const group = parts.find(({ type }) => type === 'group')?.value ?? ','
  const plain = text
    .normalize('NFKC')
    .replace(/[−–‒]/g, '-')
    .replace(/[\s'’_]/g, '')
  const signs = plain.match(/[.,٫٬]/g) ?? []
  const grouped = new RegExp(
    `^[+-]?\\d{1,3}(?:${escape(group)}\\d{2,3})*${escape(group)}\\d{3}(?:${escape(decimal)}\\d*)?$`,
  )
  const standard = grouped.test(plain)
    ? plain.replaceAll(group, '').replace(decimal, '.')
    : signs.length === 1
      ? plain.replace(/[.,٫٬]/, '.')
      : plain
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(standard) ? finite(Number(standard)) : null
}

/** An ISO moment as `<input type="datetime-local">` takes it, in the user's zone; "" when it is no moment. */
export function toLocalInput(iso: string): string {
  const date = new Date(isDateOnly(iso) ? `${iso}T00:00` : iso)
  if (Number.isNaN(date.getTime())) return ''
  const pad = (part: number, size = 2) => String(part).padStart(size, '0')
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/** What `<input type="datetime-local">` gives, read in the user's zone, as ISO 8601 in UTC; null when incomplete. */
export function fromLocalInput(text: string): string | null {
  if (!/^\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** A day as `<input type="date">` takes it: the date itself, or that of a moment in the user's zone. */
export function toDateInput(iso: string): string {
  return isDateOnly(iso) ? iso : toLocalInput(iso).slice(0, 10)
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

function escape(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s?')
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
