import type { CsvRow, CsvTable } from './import-table.ts'

/** Header of the column that says why a row failed. The importer leaves a column of this name out. */
export const ERROR_HEADER = 'Import error'

/**
 * Rows that failed as CSV, to be put right and imported again: the original cells, every character of them,
 * in the original columns and delimiter, then a column with the reason. No cell is changed to be harmless in a
 * spreadsheet, since the file goes back to the importer.
 */
export function failedRowsCsv(
  table: Pick<CsvTable, 'headers' | 'delimiter'>,
  failed: readonly { row: CsvRow; reason: string }[],
): string {
  const earlier = table.headers.indexOf(ERROR_HEADER)
  const without = (cells: readonly string[]) => cells.filter((_, at) => at !== earlier)
  const widest = failed.reduce((most, { row }) => Math.max(most, row.extra.length), 0)
  const pad = (extra: readonly string[]) => Array.from({ length: widest }, (_, at) => extra[at] ?? '')
  const lines = [
    [...without(table.headers), ...pad([]), ERROR_HEADER],
    ...failed.map(({ row, reason }) => [...without(row.cells), ...pad(row.extra), reason]),
  ]
  return lines
    .map((cells) => cells.map((cell) => quoted(cell, table.delimiter)).join(table.delimiter))
    .join('\r\n')
}

function quoted(cell: string, delimiter: string): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell)
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`
}
