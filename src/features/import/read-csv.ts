import { profileColumns, type ColumnProfile } from '#model/import-profile.ts'
import type { CsvTable, ReadOptions } from '#model/import-table.ts'

export type ReadCsv = { table: CsvTable; profiles: ColumnProfile[] }

/** Reads a CSV file in a worker; where the browser allows none, in the page. Rejects only if both fail. */
export async function readCsv(bytes: Uint8Array, options: ReadOptions): Promise<ReadCsv> {
  try {
    return await readInWorker(bytes, options)
  } catch {
    const { readTable } = await import('#model/import-table.ts')
    const table = readTable(bytes, options)
    return { table, profiles: profileColumns(table) }
  }
}

/** Why a file is surely no CSV, told by its first bytes; null when it may be one. */
export function notCsv(bytes: Uint8Array): string | null {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0)) {
    return 'This is a spreadsheet file. In your spreadsheet program, save it as CSV and choose that file.'
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'This is a PDF, not a CSV file.'
  return null
}

function readInWorker(bytes: Uint8Array, options: ReadOptions): Promise<ReadCsv> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./csv-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<ReadCsv>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', (event) => {
      worker.terminate()
      reject(new Error(event.message))
    })
    worker.postMessage({ bytes, options })
  })
}
