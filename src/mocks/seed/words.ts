import { INDUSTRIES, LOCALES } from './locales.ts'
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
  person: string
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
      person: text.person,
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

function word(text: string): Word {
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

export type Company = {
  name: string
  domain: string
  locale: Locale
  industry: string
  /** The one in its name, if any. */
  city: City | undefined
}

/** Words that tell apart companies which would else have the same name. */
const SUFFIXES = [
  'Group',
  'Trading',
  'Services',
  'Holding',
  'International',
  'Partners',
  'Works',
  'Digital',
  'Labs',
]

/** Numbers of companies after which most names with so many details are used up. */
const USED_UP = [4000, 25_000]

/** What a company's name is made of, before it is put together. */
type Parts = { locale: Locale; trade: number; pieces: (string | Word)[]; city: City | undefined }

/** Makes companies, no two with the same domain. */
export function createCompanies(locales: readonly Locale[], dice: Dice): () => Company {
  const suffixes = SUFFIXES.map(word)
  const taken = new Set<number>()

  function invent(details: number): Parts {
    const locale = dice.pick(locales)
    const trade = dice.below(locale.trades.length)
    let city: City | undefined
    const pieces = dice.pick(locale.companies).map((piece) => {
      if (piece === '$T') return locale.trades[trade] ?? piece
      if (piece === '$F' || piece === '$G') return dice.pick(locale.family)
      if (piece !== '$C') return piece
      city = dice.pick(locale.cities)
      return city.name
    })
    if (details > 0 && !city) {
      city = dice.pick(locale.cities)
      pieces.push(' ', city.name)
    }
    if (details > 1) pieces.push(' ', dice.pick(suffixes))
    if (details > 2) pieces.push(' ', word(String(2 + dice.below(998))))
    return { locale, trade, pieces, city }
  }

  return () => {
    for (let details = USED_UP.filter((count) => taken.size > count).length; ; details += 1) {
      const parts = invent(details)
      const sign = signOf(parts.pieces)
      if (taken.has(sign)) continue
      taken.add(sign)
      return companyOf(parts)
    }
  }
}

function companyOf({ locale, trade, pieces, city }: Parts): Company {
  const slugs = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.slug))
  return {
    name: pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
    domain: joined(slugs.join('-'), '.example'),
    locale,
    industry: INDUSTRIES[trade] ?? INDUSTRIES[0],
    city,
  }
}

/** The pieces as one text. A template would keep them as a tree, which takes twice the memory in 100,000 records. */
export function joined(...pieces: string[]): string {
  return pieces.join('')
}

/** The same number for the same words in the same order: dozens of times faster to compare than the domains. */
function signOf(pieces: readonly (string | Word)[]): number {
  let sign = 17
  for (const piece of pieces) {
    if (typeof piece !== 'string') sign = Math.imul(sign ^ piece.sign, 0x0100_0193)
  }
  return sign >>> 2
}

export type Person = { name: string; given: Word; family: Word }

/** Someone from a locale. */
export function inventPerson(locale: Locale, dice: Dice): Person {
  const given = dice.pick(locale.given)
  const family = dice.pick(locale.family)
  const name = locale.person.replace('$G', () => given.text).replace('$F', () => family.text)
  return { name, given, family }
}

/** A phone number in international notation. */
export function inventPhone(locale: Locale, dice: Dice): string {
  return fillDigits(dice.pick(locale.phones), dice)
}

/** A postal address as the API stores it. */
export function inventAddress({ locale, city: home }: Company, dice: Dice, label: string) {
  const city = home ?? dice.pick(locale.cities)
  return {
    label,
    address_1: fillDigits(dice.pick(locale.streets), dice, 'house'),
    address_2: '',
    city: city.name.text,
    state: city.state,
    zipcode: fillDigits(city.zipcode, dice),
    country: locale.country,
  }
}
