import { INDUSTRIES } from './locales.ts'
import type { Dice } from './random.ts'
import { fillDigits, word, type City, type Locale, type Word } from './words.ts'

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
  const name: string[] = []
  const domain: string[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      name.push(piece)
    } else {
      name.push(piece.text)
      domain.push(domain.length === 0 ? piece.slug : `-${piece.slug}`)
    }
  }
  domain.push('.example')
  return {
    name: name.join(''),
    domain: domain.join(''),
    locale,
    industry: INDUSTRIES[trade] ?? INDUSTRIES[0],
    city,
  }
}

/** The same number for the same words in the same order: dozens of times faster to compare than the domains. */
function signOf(pieces: readonly (string | Word)[]): number {
  let sign = 17
  for (const piece of pieces) {
    if (typeof piece !== 'string') sign = Math.imul(sign ^ piece.sign, 0x0100_0193)
  }
  return sign >>> 2
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
