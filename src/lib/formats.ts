/*
 * Formats by language, each made once: a screen asks for the same few over and over, and making one takes longer
 * than drawing a row. `locale` undefined is the browser's.
 */

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** Writes dates and times; without `timeZone` in the options, in the user's zone. */
export function dateFormat(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return once(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options))
}

/** Writes numbers. */
export function numberFormat(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return once(numbers, [locale, options], () => new Intl.NumberFormat(locale, options))
}

function once<Format>(made: Map<string, Format>, asked: unknown, make: () => Format): Format {
  const key = JSON.stringify(asked)
  const format = made.get(key) ?? make()
  made.set(key, format)
  return format
}
