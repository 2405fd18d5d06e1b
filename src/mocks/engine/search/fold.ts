import { WordBuffer } from './word-buffer.ts'

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Marks that a rep leaves out when typing: Latin, Greek and Cyrillic accents, Hebrew and Arabic vowel points. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g

/** Letters that have a plain spelling but no decomposition. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g')

const WORDY = /[\p{L}\p{N}\p{M}\p{So}]/u

/** Scripts written without spaces, and pictures: each character stands as a word, so a search may begin anywhere. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{So}]/u

/** In-word apostrophes: "O'Brien" is found as both "o'brien" and "obrien". */
const APOSTROPHES = /(?<=[\p{L}\p{N}])['’ʼ](?=[\p{L}\p{N}])/gu

/** `text` in lower case without accents, so that "José" and "JOSE" are the same. Punctuation stays. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
}

/**
 * `values` made ready for word search, one line each: folded words with single spaces around each of them,
 * `\n word word \n word \n`. A whole word is found as ` word `, the start of one as ` wo`, a phrase as
 * ` word word `, a whole value as `\n word word \n`. The empty text when no value holds a word.
 */
export function wordLines(values: readonly string[]): string {
  for (const value of values) {
    const text = isAscii(value) ? value : value.normalize('NFC')
    buffer.addLine(text)
    if (/['’ʼ]/.test(text)) {
      const joined = text.replace(APOSTROPHES, '')
      if (joined !== text) buffer.addLine(joined)
    }
  }
  return buffer.take()
}

const buffer = new WordBuffer((character) => {
  let spelled = ''
  for (const part of foldText(character)) {
    if (!WORDY.test(part)) spelled += ' '
    else spelled += UNSPACED.test(part) ? ` ${part} ` : part
  }
  return spelled
})

/** The words of a search value, as `wordLines` spells them. */
export function wordsOf(value: string): string[] {
  return wordLines([value]).split('\n')[1]?.split(' ').filter(Boolean) ?? []
}

/** The digits of a phone number, without a `(0)` that is dialled only inside the country. */
export function phoneDigits(value: string): string {
  if (/^\+?\d*$/.test(value)) return value.replace('+', '')
  return value.normalize('NFKC').replace('(0)', '').replace(/\D/g, '')
}
