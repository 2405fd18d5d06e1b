import { LOCALES } from './locales.ts'
import type { Dice } from './random.ts'

/** A word as people write it, and in plain letters for addresses on the net. */
export type Word = {
  text: string
  slug: string
  /** Follows from the slug. */
  sign: number
}

export type City = { name: Word; state: string; zipcode: string }

/** A locale's texts, taken apart. */
export type Locale = {
  country: string
  given: readonly Word[]
  family: readonly Word[]
  trades: readonly Word[]
  /** Names of companies in pieces: `$F`, `$G`, `$T`, `$C` and what stands between them. */
  companies: readonly (readonly string[])[]
  /** How names of people are put together. */
  person: { familyFirst: boolean; gap: string }
  titles: readonly string[]
  cities: readonly City[]
  streets: readonly string[]
  phones: readonly string[]
}

/** All locales, each as often as its weight says: pick one of these. */
export function readLocales(): Locale[] {
  return LOCALES.flatMap((text) => {
    const locale: Locale = {
      country: text.country,
      given: words(text.given),
      family: words(text.family),
      trades: words(text.trades),
      companies: items(text.companies).map((name) => name.split(/(\$[FGTC])/).filter(Boolean)),
      person: { familyFirst: text.person.startsWith('$F'), gap: text.person.slice(2, -2) },
      titles: items(text.titles),
      cities: items(text.cities).map((city) => {
        const [name = '', state = '', zipcode = ''] = city.split(', ')
        return { name: word(name), state: state.trim(), zipcode: zipcode.trim() }
      }),
      streets: items(text.streets),
      phones: items(text.phones),
    }
    return Array.from({ length: text.weight }, () => locale)
  })
}

function items(text: string): string[] {
  return text.split('|')
}

function words(text: string): Word[] {
  return items(text).map(word)
}

/** A word from a locale's text: `native=latin`, or just the one. */
export function word(text: string): Word {
  const [native = '', latin = native] = text.split('=')
  const slug = slugOf(latin)
  return { text: native, slug, sign: hashOf(slug) }
}

function hashOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e37_79b1)
  return hash ^ (hash >>> 15)
}

const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** `text` in the letters of a host name: `Œuvrard & Fils` becomes `oeuvrard-fils`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** `pattern` with a digit for each `#`. House numbers don't start with 0. */
export function fillDigits(pattern: string, dice: Dice, kind: 'any' | 'house' = 'any'): string {
  const codes: number[] = []
  let inNumber = false
  for (let i = 0; i < pattern.length; i += 1) {
    const code = pattern.charCodeAt(i)
    const isDigit = code === HASH
    if (!isDigit) codes.push(code)
    else codes.push(ZERO + (kind === 'house' && !inNumber ? 1 + dice.below(9) : dice.below(10)))
    inNumber = isDigit
  }
  return String.fromCharCode(...codes)
}

const HASH = '#'.charCodeAt(0)
const ZERO = '0'.charCodeAt(0)

/** The pieces as one text. A template would keep them as a tree, which takes twice the memory in 100,000 records. */
export function joined(...pieces: string[]): string {
  return pieces.join('')
}

export type Person = { name: string; given: Word; family: Word }

/** Someone from a locale. */
export function inventPerson(locale: Locale, dice: Dice): Person {
  const given = dice.pick(locale.given)
  const family = dice.pick(locale.family)
  const { familyFirst, gap } = locale.person
  const [first, last] = familyFirst ? [family, given] : [given, family]
  return { name: joined(first.text, gap, last.text), given, family }
}

/** A phone number in international notation. */
export function inventPhone(locale: Locale, dice: Dice): string {
  return fillDigits(dice.pick(locale.phones), dice)
}
