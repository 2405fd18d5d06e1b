import { numberFormat } from '#lib/formats.ts'

import { isDateOnly } from './value-format.ts'

/**
 * Values as they stand in a box while they are typed, and typed text as values. A date-time is typed in the user's
 * zone and stored as ISO 8601 in UTC. `locale` defaults to the browser's.
 */

type Locale = string | undefined

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

function escape(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s?')
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
