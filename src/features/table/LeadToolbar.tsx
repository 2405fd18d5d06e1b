import { navigate } from '#lib/navigation.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import { IMPORT_PATH, NEW_LEAD_PATH, type TableView } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { PopoverButton } from '#ui/PopoverButton.tsx'
import { clsx } from 'clsx'
import { Columns3, FileUp, Plus } from 'lucide-react'
import { lazy, type ReactNode } from 'react'

import { SearchLeads } from './SearchLeads.tsx'

const loadColumnsPanel = () => import('./ColumnsPanel.tsx')
const ColumnsPanel = lazy(() => loadColumnsPanel().then((module) => ({ default: module.ColumnsPanel })))

export type LeadToolbarProps = {
  view: TableView
  onViewChange: (next: TableView, options?: { replace?: boolean }) => void
  columns: readonly LeadColumn[]
  shown: readonly LeadColumn[]
  onColumnsChange: (ids: string[]) => void
  onColumnsReset: () => void
  /** How many leads match, in words; empty while nobody knows. */
  countText: string
  /** The button that opens the filters. */
  filterButton: ReactNode
  isCompact: boolean
  isNarrow: boolean
}

/** What can be done to the table as a whole. Where room is scarce, buttons keep their icons and names only. */
export function LeadToolbar({
  view,
  onViewChange,
  columns,
  shown,
  onColumnsChange,
  onColumnsReset,
  countText,
  filterButton,
  isCompact,
  isNarrow,
}: LeadToolbarProps) {
  const label = (text: string) => <span className={clsx(isCompact && 'sr-only')}>{text}</span>
  return (
    <div
      role="toolbar"
      aria-label="Table"
      className={clsx('flex items-center gap-2', isNarrow ? 'flex-wrap p-2 pb-1' : 'h-12 shrink-0 px-3')}
    >
      <div className={isNarrow ? 'flex w-full items-center gap-1' : 'contents'}>
        <SearchLeads
          value={view.q}
          onChange={(q) => onViewChange({ ...view, q }, { replace: true })}
          className={clsx(isNarrow ? 'flex-1' : 'w-64 shrink')}
        />
        {filterButton}
        <PopoverButton
          label="Columns"
          icon={<Columns3 aria-hidden />}
          variant="ghost"
          onNear={() => void loadColumnsPanel()}
          panelClassName="flex max-h-[min(36rem,80vh)] w-80 flex-col p-0!"
          panel={() => (
            <ColumnsPanel
              columns={columns}
              shown={shown.map(({ id }) => id)}
              onChange={onColumnsChange}
              onReset={onColumnsReset}
            />
          )}
        >
          {label('Columns')}
        </PopoverButton>
      </div>
      <p
        role="status"
        className={clsx('truncate px-1 text-xs text-muted tabular-nums', isNarrow && 'flex-1')}
      >
        {countText}
      </p>
      <div className={clsx('flex items-center gap-2', !isNarrow && 'ml-auto')}>
        <Button variant="ghost" icon={<FileUp aria-hidden />} onClick={() => navigate(IMPORT_PATH)}>
          {label('Import')}
        </Button>
        <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => navigate(NEW_LEAD_PATH)}>
          New lead
        </Button>
      </div>
    </div>
  )
}
