import { numberFormat } from '#lib/formats.ts'

import { numberDraft, parseNumber } from './typed-value.ts'

/** An amount in cents as it stands in its box while it is typed: "1234.5" or "1234,50" by the locale, no currency. */
export function moneyDraft(cents: number, locale?: string): string {
  return numberDraft(cents / 100, locale)
}

export type ParsedMoney = { ok: true; cents: number | null } | { ok: false; message: string }

/**
 * The cents of an amount that was typed or pasted, with or without grouping and a currency ("$1,200", "1.200 €",
 * "1200 USD"); null for an empty text. A fraction of a cent, less than nothing and what is no amount are refused.
 */
export function parseMoney(text: string, locale?: string): ParsedMoney {
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Sc}/gu, ' ')
    .replace(/^\s*[a-z]{3}\b|\b[a-z]{3}\s*$/i, ' ')
    .trim()
  if (bare === '') return text.trim() === '' ? { ok: true, cents: null } : NO_AMOUNT
  const amount = parseNumber(bare, locale)
  if (amount === null) return NO_AMOUNT
  if (amount < 0) return { ok: false, message: 'Enter an amount of zero or more.' }
  const cents = Math.round(amount * 100)
  if (!Number.isSafeInteger(cents)) return { ok: false, message: 'The amount is too large.' }
  const isExact = Math.abs(amount * 100 - cents) <= Math.max(1e-6, Number.EPSILON * cents * 4)
  return isExact ? { ok: true, cents } : { ok: false, message: 'Enter at most two decimals.' }
}

const NO_AMOUNT: ParsedMoney = { ok: false, message: 'Enter an amount, such as 1200.' }

/** A percentage, e.g. "60%" or "60 %" by the locale. */
export function formatPercent(percent: number, locale?: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(percent / 100)
}

/** The whole percentage from 0 to 100 that was typed, with or without its sign; null when it is none. */
export function parsePercent(text: string, locale?: string): number | null {
  const percent = parseNumber(text.replace(/[%٪]/g, ''), locale)
  return percent !== null && Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : null
}
