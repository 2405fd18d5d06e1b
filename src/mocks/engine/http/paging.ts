import type { Call, Query } from '#mocks/engine/call.ts'
import { invalid, plain, type Refusal } from './refusal.ts'

/** The caps of one list. `modern` ones report each problem under its parameter. Source: contract 4, 6. */
export type PageRule = { maxLimit: number; maxSkip?: number; modern?: boolean }

export type Page<T> = { items: T[]; has_more: boolean }

/** The slice of `items` that `_limit` (100 by default) and `_skip` name. Source: Pagination; contract 6. */
export function pageOf<T>(call: Call, items: readonly T[], rule: PageRule): Page<T> {
  const { limit, skip } = readPage(call.query, rule)
  return { items: items.slice(skip, skip + limit), has_more: items.length > skip + limit }
}

function readPage(query: Query, rule: PageRule): { limit: number; skip: number } {
  const limit = wholeNumber(query, '_limit', Math.min(100, rule.maxLimit), rule)
  const skip = wholeNumber(query, '_skip', 0, rule)
  if (limit > rule.maxLimit) {
    throw invalid({ _limit: `Input should be less than or equal to ${rule.maxLimit}` })
  }
  if (rule.maxSkip !== undefined && skip > rule.maxSkip)
    throw skipTooLarge(rule.maxSkip, rule.modern ?? false)
  return { limit, skip }
}

function wholeNumber(query: Query, name: '_limit' | '_skip', absent: number, rule: PageRule): number {
  const text = query.get(name)
  if (text === undefined || text === '') return absent
  if (!/^\s*[+-]?\d+\s*$/.test(text)) {
    throw rule.modern
      ? invalid({ [name]: 'Input should be a valid integer, unable to parse string as an integer' })
      : plain(400, `${name} must be an integer (got "${text}" instead).`)
  }
  const value = Number(text)
  if (value < 0) throw invalid({ [name]: 'Input should be greater than or equal to 0' })
  return value
}

function skipTooLarge(maxSkip: number, modern: boolean): Refusal {
  const text = `The skip you set is larger than the maximum skip for this resource (max_skip = ${maxSkip}).`
  return modern
    ? invalid({ _skip: `${text} Please refine your search query.` })
    : plain(400, `${text}\nPlease refine your search query.`)
}
