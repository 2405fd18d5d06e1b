import { Banner } from '#ui/Banner.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { FileSpreadsheet } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'

import { chooseFile } from './import-steps.ts'

/** Choosing a file: by the browser's own dialog, or by dropping it here. */
export function FileStep({ reading, problem }: { reading: string | null; problem: string | null }) {
  const client = useQueryClient()
  const id = useId()
  const [isOver, setIsOver] = useState(false)

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) void chooseFile(client, file)
  }

  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Banner tone="bad" live>
          {problem}
        </Banner>
      )}
      <div
        role="presentation"
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={clsx(
          'flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-12 text-center transition-colors',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface',
        )}
      >
        <span
          aria-hidden
          className="flex size-10 items-center justify-center rounded-lg bg-accent-soft text-accent [&_svg]:size-5"
        >
          <FileSpreadsheet />
        </span>
        <div className="flex flex-col gap-1">
          <label htmlFor={id} className="text-base font-semibold">
            CSV file
          </label>
          <p className="max-w-md text-sm text-pretty text-muted">
            Drop it here or choose it. Any separator and encoding will do; the first row holds the headers.
            Nothing is written before you have seen what will happen.
          </p>
        </div>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-busy={reading !== null || undefined}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void chooseFile(client, file)
            event.target.value = '' // so that the same file can be chosen again once it was put right
          }}
          className="max-w-full text-sm text-muted file:mr-3 file:h-8 file:rounded-md file:border file:border-solid file:border-line-strong file:bg-raised file:px-3 file:text-sm file:font-medium file:text-text hover:file:bg-hover pointer-coarse:file:h-10"
        />
        <p role="status" className="flex min-h-5 items-center gap-2 text-sm text-muted">
          {reading !== null && (
            <>
              <Spinner /> Reading {reading} …
            </>
          )}
        </p>
      </div>
    </div>
  )
}
