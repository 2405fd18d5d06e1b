import Papa from 'papaparse'

import type { TextEncoding } from './import-format.ts'

/** A row of the file. Its cells are as many as there are columns; what stood beyond them is in `extra`. */
export type CsvRow = {
  /** As a spreadsheet numbers it: the first row of the file is 1, blank ones count. */
  number: number
  cells: string[]
  extra: string[]
  /** How its shape is wrong, in a sentence; null for a sound row. */
  flaw: string | null
}

export type CsvTable = {
  /** A usable name for each column: never empty, never twice. */
  headers: string[]
  rows: CsvRow[]
  delimiter: string
  encoding: TextEncoding
  /** What a person should know about how the file was read. */
  notices: string[]
}

export type ReadOptions = {
  /** Left out, it is found out. */
  encoding?: TextEncoding | undefined
  delimiter?: string | undefined
  /** False when the first row is data already. */
  hasHeader?: boolean | undefined
}

/** Reads a CSV file of any delimiter and encoding. Never throws: what is wrong stands in `flaw` and `notices`. */
export function readTable(bytes: Uint8Array, options: ReadOptions = {}): CsvTable {
  const { text, encoding, notice } = decodeText(bytes, options.encoding)
  const table = parseTable(text, options)
  return { ...table, encoding, notices: notice ? [notice, ...table.notices] : table.notices }
}

/**
 * The text of a file: by its byte order mark, else UTF-16 when every other byte is empty, else UTF-8, else
 * Windows-1252, which takes any byte and is what spreadsheets save in the west. The mark itself is dropped.
 */
export function decodeText(
  bytes: Uint8Array,
  wanted?: TextEncoding,
): { text: string; encoding: TextEncoding; notice: string | null } {
  if (wanted) return { text: decode(bytes, wanted), encoding: wanted, notice: null }
  const told = markedEncoding(bytes) ?? emptyBytesEncoding(bytes)
  if (told && told !== 'utf-8') {
    return { text: decode(bytes, told), encoding: told, notice: 'The file was read as UTF-16 text.' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', notice: null }
  } catch {
    return {
      text: decode(bytes, 'windows-1252'),
      encoding: 'windows-1252',
      notice:
        'The file is not UTF-8 text, so it was read as Windows-1252 (Western European). Look at the sample ' +
        'values: if letters are wrong, choose another encoding.',
    }
  }
}

/** Reads CSV text into rows. `encoding` is that of `readTable`; text has none of its own. */
export function parseTable(text: string, options: ReadOptions = {}): CsvTable {
  const parsed = parseRecords(text, options.delimiter ?? '')
  const records = parsed.records.map((cells, at) => ({ number: at + 1, cells }))
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [first] = filled
  const hasHeader = options.hasHeader ?? true
  const body = hasHeader ? filled.slice(1) : filled
  const width = hasHeader
    ? lastFilled(first?.cells ?? [], body)
    : Math.max(0, ...filled.map(({ cells }) => cells.length))
  const headers = usableHeaders(
    Array.from({ length: width }, (_, at) => (hasHeader && first?.cells[at]) || ''),
  )
  const rows = body.map(({ number, cells }): CsvRow => {
    const extra = cells.slice(width)
    return {
      number,
      cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
      extra: extra.some((cell) => cell.trim() !== '') ? extra : [],
      flaw: parsed.flaws.get(number - 1) ?? shapeFlaw(cells, width),
    }
  })
  const notices = parsed.openQuoteAt === null ? [] : [openQuoteNotice(parsed.openQuoteAt + 1)]
  return { headers, rows, delimiter: parsed.delimiter, encoding: 'utf-8', notices }
}

/** Names for columns: blank ones become "Column 3", repeated ones "Name (2)". */
export function usableHeaders(given: readonly string[]): string[] {
  const taken = new Set(given.map((header) => header.trim()).filter(Boolean))
  const used = new Set<string>()
  return given.map((header, at) => {
    const name = header.trim() || `Column ${at + 1}`
    let unique = name
    for (let i = 2; used.has(unique) || (unique !== name && taken.has(unique)); i += 1)
      unique = `${name} (${i})`
    used.add(unique)
    return unique
  })
}

type Parsed = {
  records: string[][]
  delimiter: string
  flaws: Map<number, string>
  /** The record whose quoted cell never ends; null when there is none. */
  openQuoteAt: number | null
}

/** Rows may end in different ways in one file (pasted together by hand): the reading with fewest ragged rows wins. */
function parseRecords(text: string, delimiter: string): Parsed {
  const usual = parseWith(text, delimiter)
  if (!usual.isRagged || !/[^\r]\n/.test(text) || !text.includes('\r')) return usual
  const other = parseWith(text, usual.delimiter, '\n')
  return other.raggedRows < usual.raggedRows ? other : usual
}

function parseWith(text: string, delimiter: string, newline?: '\n') {
  const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter, ...(newline ? { newline } : {}) })
  if (newline) {
    for (const cells of data) {
      const last = cells.length - 1
      cells[last] = (cells[last] ?? '').replace(/\r$/, '')
    }
  }
  const flaws = new Map<number, string>()
  let openQuoteAt: number | null = null
  for (const error of errors) {
    if (error.type !== 'Quotes' || error.row === undefined) continue
    if (error.code === 'MissingQuotes') openQuoteAt = error.row
    flaws.set(
      error.row,
      error.code === 'MissingQuotes'
        ? 'A quoted cell never ends, so the rest of the file was read as this one cell.'
        : 'A quotation mark stands in the middle of a quoted cell.',
    )
  }
  const width = data[0]?.length ?? 0
  const raggedRows = data.filter((cells) => cells.length !== width && cells.some(Boolean)).length
  return {
    records: data,
    delimiter: meta.delimiter,
    flaws,
    openQuoteAt,
    raggedRows,
    isRagged: raggedRows > 0 || openQuoteAt !== null,
  }
}

function shapeFlaw(cells: readonly string[], width: number): string | null {
  if (cells.length < width)
    return `It has ${cells.length} of ${width} cells; the missing ones count as empty.`
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  if (extra.length > 0) return `It has ${cells.length} cells for ${width} columns; the last are not imported.`
  return null
}

/** Trailing columns without header and without any value are no columns. */
function lastFilled(header: readonly string[], body: readonly { cells: string[] }[]): number {
  let width = header.length
  while (
    width > 0 &&
    header[width - 1]?.trim() === '' &&
    body.every(({ cells }) => !cells[width - 1]?.trim())
  ) {
    width -= 1
  }
  return width
}

function openQuoteNotice(row: number): string {
  return `In row ${row} a quoted cell never ends. Everything after it was read as one cell.`
}

function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function emptyBytesEncoding(bytes: Uint8Array): TextEncoding | null {
  const head = bytes.subarray(0, 2000)
  const empty = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1
  const many = head.length / 5
  if ((empty[1] ?? 0) > many) return 'utf-16le'
  return (empty[0] ?? 0) > many ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}
