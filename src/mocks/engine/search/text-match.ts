import { foldText, phoneDigits, wordsOf } from './fold.ts'

/** How a text condition compares. Source: contract 18, "Conditions". */
export const TEXT_MODES = [
  'full_words',
  'phrase',
  'beginning_of_words',
  'exact_value',
  'phone_number',
] as const
export type TextMode = (typeof TEXT_MODES)[number]

/** Fewest digits that count as a phone number in a free-text search, while it is typed and when complete. */
const MIN_TYPED_DIGITS = 4
const MIN_PHONE_DIGITS = 7

/** Words that must stand side by side in a text; the last one may go on unless `isWhole`. */
type Piece = { text: string; isWhole: boolean; isLine: boolean }

/**
 * The pieces of text that all must occur for `value` to match. Case, accents and punctuation do not count. What
 * stands between two spaces is one piece, so `asha@northwind` wants both words side by side. Empty when `value`
 * holds no word.
 */
export function piecesOf(value: string, mode: Exclude<TextMode, 'phone_number'>): Piece[] {
  const isWhole = mode !== 'beginning_of_words'
  const isLine = mode === 'exact_value'
  const chunks = isLine || mode === 'phrase' ? [value] : value.split(/\s+/)
  const texts = new Set(chunks.map((chunk) => wordsOf(chunk).join(' ')).filter(Boolean))
  const rarestFirst = [...texts].sort((a, b) => b.length - a.length)
  return rarestFirst.map((text) => ({ text, isWhole, isLine }))
}

/** Whether every piece occurs in `lines`, which `wordLines` wrote. */
export function hasPieces(lines: string, pieces: readonly Piece[]): boolean {
  for (const piece of pieces) if (!hasPiece(lines, piece)) return false
  return true
}

const NEWLINE = 10
const GAP = 32

/** Looks for the letters first and for what is around them only where they occur: that is the faster way round. */
function hasPiece(lines: string, { text, isWhole, isLine }: Piece): boolean {
  for (let at = lines.indexOf(text); at !== -1; at = lines.indexOf(text, at + 1)) {
    const end = at + text.length
    if (lines.charCodeAt(at - 1) !== GAP) continue
    if (isWhole && lines.charCodeAt(end) !== GAP) continue
    if (isLine && (lines.charCodeAt(at - 2) !== NEWLINE || lines.charCodeAt(end + 1) !== NEWLINE)) continue
    return true
  }
  return false
}

/** A text as `exact_value` compares it: without case, accents and outer spaces. */
export function exactKey(text: string): string {
  return foldText(text.trim())
}

/**
 * The digits to look for when a free text looks like a phone number, in each spelling that counts; none when it
 * does not look like one.
 */
export function typedPhone(value: string, mode: TextMode): string[] {
  if (mode === 'phone_number') return phoneSpellings(value)
  if (!/^[+()\d\s./-]+$/.test(value)) return []
  const min = mode === 'beginning_of_words' ? MIN_TYPED_DIGITS : MIN_PHONE_DIGITS
  return phoneDigits(value).length >= min ? phoneSpellings(value) : []
}

/** The digits of a number as they stand, and without the `0` or `00` that a caller dials before it. */
export function phoneSpellings(value: string): string[] {
  const digits = phoneDigits(value)
  const dialled = digits.replace(/^0+/, '')
  if (digits === '') return []
  return dialled !== digits && dialled.length >= MIN_TYPED_DIGITS ? [digits, dialled] : [digits]
}

/** Whether one of the spellings occurs in some numbers' digits. */
export function hasPhone(digits: string, spellings: readonly string[]): boolean {
  for (const spelling of spellings) if (digits.includes(spelling)) return true
  return false
}
