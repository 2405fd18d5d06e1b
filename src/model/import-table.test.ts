import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { failedRowsCsv } from './import-failed-rows.ts'
import { decodeText, parseTable, readTable, usableHeaders } from './import-table.ts'

const codes = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string, mark = true) =>
  Uint8Array.from([...(mark ? [0xff, 0xfe] : []), ...codes(text).flatMap((code) => [code & 255, code >> 8])])
const latin1 = (text: string) => Uint8Array.from(codes(text))

const cells = (text: string) => parseTable(text).rows.map((row) => row.cells)

describe('the text of a file', () => {
  test.each([
    ['UTF-8', utf8('Größe,名前'), 'Größe,名前', 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffname'), 'name', 'utf-8'],
    ['UTF-16 with a mark', utf16le('name;Größe'), 'name;Größe', 'utf-16le'],
    ['UTF-16 without a mark', utf16le('name;Größe', false), 'name;Größe', 'utf-16le'],
    ['Windows-1252', latin1('Größe'), 'Größe', 'windows-1252'],
    ['an empty file', new Uint8Array(), '', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding })
  })

  test('another encoding than UTF-8 is told', () => {
    expect(decodeText(utf8('a')).notice).toBeNull()
    expect(decodeText(latin1('é')).notice).toMatch(/Windows-1252/)
    expect(decodeText(latin1('é'), 'iso-8859-2').notice).toBeNull()
  })
})

describe('rows', () => {
  test.each([
    ['commas', 'a,b\n1,2'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['pipes', 'a|b\n1|2'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    ['blank lines between', '\na,b\n\n1,2\n,\n\n'],
  ])('%s', (_, text) => {
    expect(parseTable(text)).toMatchObject({ headers: ['a', 'b'], rows: [{ cells: ['1', '2'], flaw: null }] })
  })

  test('row ends may differ within a file', () => {
    expect(cells('a,b\r\n1,2\n3,4\r\n5,6\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  test('line breaks, quotes and delimiters in quoted cells stay', () => {
    expect(cells('a,b\r\n"x\r\ny","say ""hi"", you\n\n"\r\n')).toEqual([['x\r\ny', 'say "hi", you\n\n']])
  })

  test('blanks around cells stay', () => {
    expect(cells('a,b\n  x , " y "\n" z ",\tq')[1]).toEqual([' z ', '\tq'])
  })

  test('numbers are those of a spreadsheet', () => {
    expect(parseTable('a\n1\n\n2').rows.map(({ number }) => number)).toEqual([2, 4])
  })

  test('ragged rows are told and kept', () => {
    const { rows } = parseTable('a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,2,3')
    expect(rows.map(({ cells, extra, flaw }) => [cells.length, extra, flaw])).toEqual([
      [3, [], 'It has 2 of 3 cells; the missing ones count as empty.'],
      [3, ['4'], 'It has 4 cells for 3 columns; the last are not imported.'],
      [3, [], null],
      [3, [], null],
    ])
  })

  test('a quote that never ends is told', () => {
    const { rows, notices } = parseTable('a,b\n1,2\n3,"oops\n5,6')
    expect(notices).toEqual(['In row 3 a quoted cell never ends. Everything after it was read as one cell.'])
    expect(rows).toHaveLength(2)
    expect(rows[1]?.flaw).toMatch(/never ends/)
  })

  test('a file without headers gets some', () => {
    expect(parseTable('1,2\n3,4', { hasHeader: false })).toMatchObject({
      headers: ['Column 1', 'Column 2'],
      rows: [{ number: 1 }, { number: 2 }],
    })
  })

  test.each(['', '\n\n', 'a,b', ',,,', '"'])('%j has no rows', (text) => {
    expect(parseTable(text).rows).toEqual([])
  })
})

test.each([
  [
    ['name', '', 'name', ' name ', 'Column 2'],
    ['name', 'Column 2', 'name (2)', 'name (3)', 'Column 2 (2)'],
  ],
  [
    ['a', 'a', 'a (2)'],
    ['a', 'a (3)', 'a (2)'],
  ],
])('headers %j become %j', (given, expected) => {
  expect(usableHeaders(given)).toEqual(expected)
})

test('headers are never empty and never twice, and stay when they are neither', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('', ' ', 'a', 'b', 'a (2)', 'Column 1', 'é')), (given) => {
      const headers = usableHeaders(given)
      expect(new Set(headers).size).toBe(given.length)
      expect(headers.every((header) => header.trim() !== '')).toBe(true)
      expect(usableHeaders(headers)).toEqual(headers)
    }),
  )
})

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', 'x', 'é', '=') }),
)

test('failed rows read back cell for cell', () => {
  const row = fc.array(cell, { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, delimiter) => {
        const width = Math.max(...rows.map((cells) => cells.length))
        const headers = Array.from({ length: width }, (_, at) => `H${at}`)
        const failed = rows.map((cells, at) => ({
          row: { number: at + 2, cells: headers.map((_, i) => cells[i] ?? ''), extra: [], flaw: null },
          reason: 'no; "really",\nnot',
        }))
        const table = readTable(utf8(failedRowsCsv({ headers, delimiter }, failed)), { delimiter })
        expect(table.headers).toEqual([...headers, 'Import error'])
        expect(table.rows.map(({ cells }) => cells)).toEqual(
          failed.map(({ row, reason }) => [...row.cells, reason]),
        )
      },
    ),
  )
})

test('failed rows saved twice have one column of reasons', () => {
  const row = { number: 2, cells: ['x', 'old'], extra: ['more'], flaw: null }
  const table = { headers: ['a', 'Import error'], delimiter: ';' }
  expect(failedRowsCsv(table, [{ row, reason: 'new' }])).toBe('a;;Import error\r\nx;more;new')
})
