import { foldText } from '#ui/option-filter.ts'
import type { Option } from '#ui/option.ts'

/** A label may itself hold commas; one with more parts than this would have to be typed. */
const MOST_PARTS = 6

/**
 * The options that a pasted list names, each once, and the texts that name none. Values stand on lines of their
 * own or between tabs, semicolons or commas, with or without quotes; case and accents do not matter. A label that
 * itself holds a comma is found too.
 */
export function pastedValues<T extends Option>(
  text: string,
  options: readonly T[],
): { matched: T[]; unmatched: string[] } {
  const byLabel = new Map(options.map((option) => [foldText(option.label), option]))
  const matched = new Set<T>()
  const unmatched = new Set<string>()
  for (const line of text.split(/[\n\r\t;]+/)) {
    const parts = [...line.matchAll(/"([^"]*)"|[^,]+/g)]
      .map((part) => (part[1] ?? part[0]).trim())
      .filter(Boolean)
    for (let start = 0; start < parts.length;) {
      const found = longestLabel(parts, start, byLabel)
      if (found) matched.add(found.option)
      else unmatched.add(parts[start] ?? '')
      start += found?.length ?? 1
    }
  }
  return { matched: [...matched], unmatched: [...unmatched] }
}

/** Whether a pasted text is a list rather than a single value. */
export function isPastedList(text: string): boolean {
  return /[\n\r\t;,]/.test(text.trim())
}

function longestLabel<T>(parts: readonly string[], start: number, byLabel: ReadonlyMap<string, T>) {
  for (let length = Math.min(MOST_PARTS, parts.length - start); length > 0; length--) {
    const option = byLabel.get(foldText(parts.slice(start, start + length).join(', ')))
    if (option) return { option, length }
  }
  return null
}
