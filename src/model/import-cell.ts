/** What a single cell holds. Blank cells are asked about nowhere here. */

const BARE_URL =
  /^(?:[^\s/?#@]*@)?(?:(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#]\S*)?$/iu
const FULL_URL = /^https?:\/\/(?:[^\s/?#@]*@)?[^\s/?#@:]+(?::\d+)?(?:[/?#]\S*)?$/i
const EMAIL_TEXT = /^[^\s@,;<>]+@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/
const PHONE_TEXT = /^\+?[\d\s().\-/–]{5,}(?:\s*(?:x|ext\.?|extension|durchwahl|#)\s*\d{1,6})?$/i
const PERSON_TEXT = /^\p{L}[\p{L}\p{M}.'’,\- ]{1,59}$/u

/** Whether it is a web address: with `http://`, or a host name that has a dot. */
export function isUrl(text: string): boolean {
  const url = text.trim()
  return FULL_URL.test(url) || BARE_URL.test(url)
}

export function isEmail(text: string): boolean {
  return EMAIL_TEXT.test(text.trim())
}

/** Whether it reads as a telephone number: five digits or more, however they are grouped. */
export function isPhone(text: string): boolean {
  return PHONE_TEXT.test(text.trim()) && text.replace(/\D/g, '').length >= 5
}

/** Whether it could be a person's name: letters in two to six words. */
export function isPerson(text: string): boolean {
  const name = text.trim()
  const words = name.split(/\s+/).length
  return PERSON_TEXT.test(name) && words >= 1 && words <= 6
}

/** How a column writes fractions. */
export type DecimalMark = '.' | ','

/**
 * A number as people write it: with grouped thousands, a currency sign around it; null when it is none. `mark`
 * says what the fraction follows; the other one then groups thousands.
 */
export function parseNumber(text: string, mark: DecimalMark): number | null {
  const bare = text
    .trim()
    .replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, '')
    .replace(/^[-−]\s*\p{Sc}\s*/u, '-')
    .replace('−', '-')
  const group = mark === '.' ? ',' : '.'
  const pattern = new RegExp(
    String.raw`^[+-]?(?:\d+|\d{1,3}(?:[${group}'’\s\u00a0]\d{3})+)(?:[${mark}]\d+)?(?:e[+-]?\d+)?$`,
    'i',
  )
  if (!pattern.test(bare)) return null
  const value = Number(
    bare.replaceAll(new RegExp(String.raw`[${group}'’\s\u00a0]`, 'g'), '').replace(mark, '.'),
  )
  return Number.isFinite(value) ? value : null
}

/** How a column's numbers write fractions, from those that leave no doubt; the point when all do. */
export function findDecimalMark(cells: Iterable<string>): DecimalMark {
  let [point, comma] = [0, 0]
  for (const cell of cells) {
    const marks = cell.replace(/[^.,]/g, '')
    const last = marks.at(-1)
    if (!last) continue
    const fraction = /[.,](\d+)\D*$/.exec(cell)?.[1] ?? ''
    const isSure = new Set(marks).size === 2 || (marks.length === 1 && fraction.length !== 3)
    if (isSure && last === ',') comma += 1
    if (isSure && last === '.') point += 1
  }
  return comma > point ? ',' : '.'
}

/** Whether writing the number back gives the same text, so that nothing is lost by storing a number. */
export function isPlainNumber(text: string): boolean {
  const cell = text.trim()
  return !/^[+-]?0\d/.test(cell) && cell.replace(/\D/g, '').length < 16
}

/** The values of a cell that holds several: trimmed, none empty, none twice, in their order. */
export function splitValues(text: string, separator: string): string[] {
  const parts = separator === '' ? [text] : text.split(separator)
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))]
}

/** The e-mail addresses of a cell, however they are separated. */
export function splitEmails(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[;,\n]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ]
}
