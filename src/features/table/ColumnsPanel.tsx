import { foldText } from '#ui/option-filter.ts'
import { useLineFocus } from '#lib/use-line-focus.ts'
import { NAME_COLUMN, type LeadColumn } from '#model/lead-column.ts'
import { Button } from '#ui/Button.tsx'
import { SearchInput } from '#ui/SearchInput.tsx'
import { useRef, useState } from 'react'

import { moveColumn, toggleColumn } from './column-layout.ts'
import { ColumnLine } from './ColumnLine.tsx'

/** Chooses the table's columns and their order. The shown ones come first, in the order of the table. */
export function ColumnsPanel({
  columns,
  shown,
  onChange,
  onReset,
}: {
  columns: readonly LeadColumn[]
  shown: readonly string[]
  onChange: (ids: string[]) => void
  onReset: () => void
}) {
  const [query, setQuery] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { list, onFocus } = useLineFocus(search)
  const byId = new Map(columns.map((column) => [column.id, column]))
  const words = foldText(query)
  const fits = (column: LeadColumn) => foldText(column.label).includes(words)
  const on = shown.flatMap((id) => byId.get(id) ?? []).filter(fits)
  const off = columns.filter(({ id }) => !shown.includes(id)).filter(fits)
  const move = (id: string, to: number) => onChange(moveColumn(shown, id, to))

  return (
    <>
      <div className="border-b border-line p-2">
        <SearchInput
          ref={search}
          label="Search columns"
          placeholder="Search columns"
          value={query}
          onChange={setQuery}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to find a column; a screen keyboard would hide it
          autoFocus={!matchMedia('(pointer: coarse)').matches}
        />
      </div>
      <div ref={list} onFocus={onFocus} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1">
        {on.length > 0 && <Heading id="shown-columns">Shown</Heading>}
        <ul aria-labelledby="shown-columns">
          {on.map((column) => {
            const at = shown.indexOf(column.id)
            const isFixed = column.id === NAME_COLUMN.id
            return (
              <ColumnLine
                key={column.id}
                column={column}
                isShown
                isFixed={isFixed}
                onToggle={() => onChange(toggleColumn(shown, column.id))}
                onMove={isFixed ? undefined : (by) => move(column.id, at + by)}
                isFirst={at <= 1}
                isLast={at === shown.length - 1}
                isDragged={dragged === column.id}
                onDragStart={() => setDragged(column.id)}
                onDragOver={() => {
                  if (dragged !== null && dragged !== column.id && !isFixed) move(dragged, at)
                }}
                onDragEnd={() => setDragged(null)}
              />
            )
          })}
        </ul>
        {off.length > 0 && <Heading id="hidden-columns">Hidden</Heading>}
        <ul aria-labelledby="hidden-columns">
          {off.map((column) => (
            <ColumnLine
              key={column.id}
              column={column}
              isShown={false}
              onToggle={() => onChange(toggleColumn(shown, column.id))}
            />
          ))}
        </ul>
        {on.length + off.length === 0 && (
          <p className="px-3 py-6 text-center text-sm text-muted">No column is called that.</p>
        )}
      </div>
      <div className="flex justify-between gap-2 border-t border-line p-2">
        <Button size="sm" variant="ghost" onClick={() => onChange(columns.map(({ id }) => id))}>
          Show all
        </Button>
        <Button size="sm" variant="ghost" onClick={onReset}>
          Reset
        </Button>
      </div>
    </>
  )
}

function Heading({ id, children }: { id: string; children: string }) {
  return (
    <h3 id={id} className="px-2 pt-2 pb-1 text-2xs font-medium text-muted">
      {children}
    </h3>
  )
}
