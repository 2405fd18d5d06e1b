import { DELIMITERS, TEXT_ENCODINGS, type TextEncoding } from '#model/import-format.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'

import { readAgain, startOver } from './import-steps.ts'
import type { ImportFile } from './import-store.ts'
import { countOf } from './import-words.ts'

/** Which file it is and how it was read, with the way to read it otherwise. */
export function FileSummary({ file }: { file: ImportFile }) {
  const client = useQueryClient()
  const { name, table, options } = file
  const delimiter = DELIMITERS.find(({ id }) => id === table.delimiter)?.label ?? `"${table.delimiter}"`
  return (
    <section aria-label="File" className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium break-all">{name}</p>
          <p className="text-xs text-muted">
            {countOf(table.rows.length, 'row')}, {countOf(table.headers.length, 'column')}
          </p>
        </div>
        <Button size="sm" onClick={startOver}>
          Choose another file
        </Button>
      </div>
      {table.notices.map((notice) => (
        <Banner key={notice} tone="warn">
          {notice}
        </Banner>
      ))}
      <Disclosure title="How the file was read" aside={`${delimiter}, ${ENCODINGS[table.encoding]}`}>
        <div className="flex flex-col gap-3 px-1">
          <RadioGroup
            segmented
            label="Values are separated by"
            options={DELIMITERS}
            value={options.delimiter ?? table.delimiter}
            onChange={(id) => void readAgain(client, { delimiter: id })}
          />
          <RadioGroup
            label="Encoding of the text"
            options={TEXT_ENCODINGS.map((id) => ({ id, label: ENCODINGS[id] }))}
            value={options.encoding ?? table.encoding}
            onChange={(encoding) => void readAgain(client, { encoding })}
          />
          <Checkbox
            label="The first row holds the headers"
            checked={options.hasHeader ?? true}
            onChange={(event) => void readAgain(client, { hasHeader: event.target.checked })}
          />
        </div>
      </Disclosure>
    </section>
  )
}

const ENCODINGS: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Western European (Windows-1252)',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'windows-1251': 'Cyrillic (Windows-1251)',
  shift_jis: 'Japanese (Shift JIS)',
  gb18030: 'Chinese (GB 18030)',
  'euc-kr': 'Korean (EUC-KR)',
}
