/*
 * Formats by language, each made once: a screen asks for the same few over and over, and making one takes longer
 * than drawing a row. `locale` undefined is the browser's.
 */

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** Writes dates and times; without `timeZone` in the options, in the user's zone. */
export function dateFormat(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `date ${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** Writes numbers. */
export function numberFormat(
  locale: string | undefined,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `number ${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const made = new Intl.NumberFormat(locale, options)
  formats.set(key, made)
  return made
}
