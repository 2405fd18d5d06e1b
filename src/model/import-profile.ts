import {
  findDecimalMark,
  isEmail,
  isPerson,
  isPhone,
  isPlainNumber,
  isUrl,
  parseNumber,
  splitValues,
  type DecimalMark,
} from './import-cell.ts'
import { findDateOrder, parseDate, type DateOrder } from './import-date.ts'
import type { CsvTable } from './import-table.ts'

export type ValueCount = { value: string; count: number }

/** What the cells of a column are like; enough to guess what they mean without reading them again. */
export type ColumnProfile = {
  /** Cells that are not blank. */
  filled: number
  /** The first values, each once. */
  samples: string[]
  distinct: number
  /** Its values, the most frequent first; null when there are too many to be choices. */
  values: ValueCount[] | null
  maxLength: number
  hasLineBreaks: boolean
  /** How many of the filled cells are one. */
  urls: number
  emails: number
  phones: number
  people: number
  /** All filled cells are numbers, and storing them as such loses nothing. */
  isNumber: boolean
  decimalMark: DecimalMark
  /** All filled cells are dates; with `hasTime`, at least one has a time of day. */
  date: { hasTime: boolean } | null
  dateOrder: DateOrder | null
  /** The cells are lists of words from a small vocabulary. */
  list: { separator: string; values: ValueCount[] } | null
}

const MAX_CHOICES = 60
const MAX_LIST_CHOICES = 150
const MAX_CHOICE_LENGTH = 60
const SAMPLES = 4
const SEPARATORS = [';', '|', ',', '\n'] as const

/** The profiles of all columns of a table, in their order. */
export function profileColumns(table: Pick<CsvTable, 'headers' | 'rows'>): ColumnProfile[] {
  return table.headers.map((_, at) =>
    profileCells(table.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell.trim() !== '')),
  )
}

/** The profile of a column from its filled cells. */
export function profileCells(cells: readonly string[]): ColumnProfile {
  const counts = countValues(cells)
  const values = counts.size <= MAX_CHOICES ? byCount(counts) : null
  const decimalMark = findDecimalMark(cells)
  const dateOrder = findDateOrder(cells)
  const some = cells.length > 0
  const dates = every(cells, (cell) => parseDate(cell, dateOrder ?? 'dmy'))
  return {
    filled: cells.length,
    samples: [...take(counts.keys(), SAMPLES)],
    distinct: counts.size,
    values,
    maxLength: cells.reduce((most, cell) => Math.max(most, cell.length), 0),
    hasLineBreaks: cells.some((cell) => /[\r\n]/.test(cell)),
    urls: count(cells, isUrl),
    emails: count(cells, isEmail),
    phones: count(cells, isPhone),
    people: count(cells, (cell) => isPerson(cell) && !isUrl(cell)),
    isNumber: some && cells.every((cell) => parseNumber(cell, decimalMark) !== null && isPlainNumber(cell)),
    decimalMark,
    date: some && dates ? { hasTime: dates.some((date) => date.time !== null) } : null,
    dateOrder,
    list: findList(cells, counts.size),
  }
}

/** Whether a column's values are few and come again, so that they are choices rather than text. */
export function areChoices(profile: ColumnProfile): boolean {
  return (
    profile.values !== null &&
    profile.filled >= 6 &&
    profile.distinct * 3 <= profile.filled &&
    profile.maxLength <= MAX_CHOICE_LENGTH &&
    !profile.hasLineBreaks
  )
}

/**
 * Cells are lists when splitting them leaves fewer different values than there are different cells, each short
 * and coming again and again. Prose with a semicolon in it fails on all three.
 */
function findList(cells: readonly string[], distinctCells: number): ColumnProfile['list'] {
  for (const separator of SEPARATORS) {
    const split = count(cells, (cell) => cell.includes(separator))
    if (split < 2 || split * 10 < cells.length) continue
    const counts = new Map<string, number>()
    let total = 0
    for (const cell of cells) {
      for (const value of splitValues(cell, separator)) {
        counts.set(value, (counts.get(value) ?? 0) + 1)
        total += 1
      }
      if (counts.size > MAX_LIST_CHOICES) break
    }
    const isVocabulary =
      counts.size <= MAX_LIST_CHOICES && counts.size * 3 <= total && counts.size < distinctCells
    if (isVocabulary && [...counts.keys()].every((value) => value.length <= MAX_CHOICE_LENGTH / 2)) {
      return { separator, values: byCount(counts) }
    }
  }
  return null
}

function countValues(cells: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}

function byCount(counts: ReadonlyMap<string, number>): ValueCount[] {
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
}

function count(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.reduce((sum, cell) => sum + (test(cell) ? 1 : 0), 0)
}

function every<T>(cells: readonly string[], read: (cell: string) => T | null): T[] | null {
  const results: T[] = []
  for (const cell of cells) {
    const result = read(cell)
    if (result === null) return null
    results.push(result)
  }
  return results
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0
  for (const item of items) {
    if (taken === most) return
    taken += 1
    yield item
  }
}
