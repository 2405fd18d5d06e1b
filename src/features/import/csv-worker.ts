import { profileColumns } from '#model/import-profile.ts'
import { readTable, type ReadOptions } from '#model/import-table.ts'

/** Reads a CSV file off the page's thread. One request, one answer. */
self.addEventListener('message', ({ data }: MessageEvent<{ bytes: Uint8Array; options: ReadOptions }>) => {
  const table = readTable(data.bytes, data.options)
  self.postMessage({ table, profiles: profileColumns(table) })
})
