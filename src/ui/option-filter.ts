import type { Option } from './option.ts'

/** A list longer than this is cut; the person is asked to type more. */
export const MOST_OPTIONS = 200

/** Text for comparing: without case, accents and width variants, blanks collapsed. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The options that hold every word of `query`, best first: labels that start with it, then labels with a word that
 * starts with it, then the rest, each group in the given order. `more` tells how many were cut off.
 */
export function filterOptions<T extends Option>(
  options: readonly T[],
  query: string,
  most = MOST_OPTIONS,
): { shown: T[]; more: number } {
  const wanted = foldText(query)
  if (!wanted) return { shown: options.slice(0, most), more: Math.max(options.length - most, 0) }
  const words = wanted.split(' ')
  const ranks: T[][] = [[], [], []]
  for (const option of options) {
    const label = foldText(option.label)
    const whole = option.description ? `${label} ${foldText(option.description)}` : label
    if (!words.every((word) => whole.includes(word))) continue
    const rank = label.startsWith(wanted) ? 0 : wordStarts(label, wanted) ? 1 : 2
    ranks[rank]?.push(option)
  }
  const found = ranks.flat()
  return { shown: found.slice(0, most), more: Math.max(found.length - most, 0) }
}

/** The option whose label is `text`, apart from case, accents and blanks; an exact match wins. */
export function findOption<T extends Option>(options: readonly T[], text: string): T | undefined {
  const exact = options.find((option) => option.label === text)
  if (exact) return exact
  const wanted = foldText(text)
  return options.find((option) => foldText(option.label) === wanted)
}

function wordStarts(label: string, wanted: string): boolean {
  return label.split(/[^\p{L}\p{N}]+/u).some((word) => word !== '' && word.startsWith(wanted))
}
