import { useLeadList, type LeadList } from '#data/use-lead-list.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { whenIdle } from '#lib/when-idle.ts'
import { leadColumns } from '#model/lead-column.ts'
import type { TableView } from '#model/paths.ts'
import { isCompleteFilter } from '#model/search.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'

import { columnsParam, moveColumn, nextSort, shownColumns } from './column-layout.ts'
import { LeadGrid } from './LeadGrid.tsx'
import { LeadToolbar } from './LeadToolbar.tsx'
import { LookupsContext } from './lookups.ts'
import { loadCellEditor } from './OpenCellLayer.tsx'
import { TableMessage } from './TableMessage.tsx'
import { countText } from './table-text.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useLeadOrder, type LeadOrder } from './use-lead-order.ts'
import { useRowLayout } from './use-row-layout.ts'
import { useSelection } from './use-selection.ts'

// Most tables never need these.
const SelectionBar = lazy(() => import('./SelectionBar.tsx').then((m) => ({ default: m.SelectionBar })))
const TableNotices = lazy(() => import('./TableNotices.tsx').then((m) => ({ default: m.TableNotices })))

export type { LeadOrder }

export type LeadTableProps = {
  /** What is shown, from the address. */
  view: TableView
  onViewChange: (next: TableView, options?: { replace?: boolean }) => void
  /** The lead whose pane is open. */
  activeLeadId: string | null
  /** The address of a lead's pane that keeps the view. */
  leadHref: (id: string) => string
  /** Told whenever the leads around the active one may have changed. */
  onOrderChange: (order: LeadOrder) => void
  /** The pane is open beside it, or the screen is small. */
  isCompact: boolean
  /** The button that opens the filters. */
  filterButton?: ReactNode
  /** The active filters, below the toolbar. */
  filterChips?: ReactNode
}

/** The table of leads with its toolbar: whatever the address says, in every state that it can be in. */
export function LeadTable(props: LeadTableProps) {
  const { view, onViewChange, activeLeadId, leadHref, onOrderChange, isCompact } = props
  const schema = useQuery(settingsQueries.leadSchema())
  const organization = useQuery(settingsQueries.organization())
  const users = useQuery(settingsQueries.users())
  const lookups = useMemo(
    () => ({ statuses: organization.data?.lead_statuses ?? [], users: users.data ?? [] }),
    [organization.data, users.data],
  )

  const columns = useMemo(() => leadColumns(schema.data ?? []), [schema.data])
  const shown = useMemo(() => shownColumns(view.columns, columns), [view.columns, columns])
  const list = useLeadList(view, columns, shown, !schema.isPending)
  const awaited = useAwaited(shown.map(({ id }) => id).join(','), list.isStale)

  const matchScope = JSON.stringify([view.q.trim(), view.filters.filter(isCompleteFilter)])
  const selection = useSelection(list, matchScope)
  useLeadOrder(list, activeLeadId, onOrderChange)

  const frame = useRef<HTMLDivElement>(null)
  const layout = useRowLayout(frame)
  const [widths, setWidths] = useColumnWidths()
  const shownWidths = useMemo(
    () => (layout.isNarrow ? { ...widths, display_name: NARROW_NAME_WIDTH } : widths),
    [layout.isNarrow, widths],
  )

  useEffect(() => whenIdle(() => void loadCellEditor(), 300), [])

  function changeColumns(ids: string[]) {
    onViewChange({ ...view, columns: columnsParam(ids, columns) })
  }

  const count = list.isPending ? undefined : list.count
  return (
    <LookupsContext value={lookups}>
      <div ref={frame} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <LeadToolbar
          view={view}
          onViewChange={onViewChange}
          columns={columns}
          shown={shown}
          onColumnsChange={changeColumns}
          onColumnsReset={() => {
            onViewChange({ ...view, columns: null })
            setWidths({})
          }}
          countText={countText(count)}
          filterButton={props.filterButton}
          isCompact={isCompact || layout.isNarrow}
          isNarrow={layout.isNarrow}
        />
        {props.filterChips}
        {hasNotices(list, schema.error) && (
          <Suspense>
            <TableNotices
              list={list}
              schemaError={schema.error}
              onSchemaRetry={() => void schema.refetch()}
            />
          </Suspense>
        )}
        <TableMessage list={list} view={view} onViewChange={onViewChange}>
          {(message) => (
            <LeadGrid
              list={list}
              columns={shown}
              awaited={awaited}
              sort={view.sort}
              onSort={(field) => onViewChange({ ...view, sort: nextSort(view.sort, field) })}
              onMoveColumn={(id, by) => {
                const ids = shown.map((column) => column.id)
                changeColumns(moveColumn(ids, id, ids.indexOf(id) + by))
              }}
              widths={shownWidths}
              onWidthsChange={setWidths}
              selection={selection}
              activeLeadId={activeLeadId}
              leadHref={leadHref}
              scope={`${matchScope} ${JSON.stringify(view.sort)}`}
              rowHeight={layout.rowHeight}
              isNarrow={layout.isNarrow}
            >
              {message}
            </LeadGrid>
          )}
        </TableMessage>
        {selection.count > 0 && (
          <Suspense>
            <SelectionBar
              selection={selection.selection}
              selected={selection.count}
              count={list.count ?? 0}
              onSelectAll={selection.selectAll}
              onClear={selection.clear}
            />
          </Suspense>
        )}
      </div>
    </LookupsContext>
  )
}

const NARROW_NAME_WIDTH = 188

/** Whether something is wrong although rows are there (see `TableNotices`). */
function hasNotices(list: LeadList, schemaError: Error | null): boolean {
  if (schemaError) return true
  return list.loaded > 0 && (list.error !== null || (list.count ?? 0) > list.reachable)
}

/** The columns that rows on screen do not have yet, because they were shown after the rows were asked for. */
function useAwaited(shownIds: string, isStale: boolean): ReadonlySet<string> {
  const [settled, setSettled] = useState(shownIds)
  if (!isStale && settled !== shownIds) setSettled(shownIds)
  return useMemo(() => {
    if (!isStale) return NONE
    const had = new Set(settled.split(','))
    return new Set(shownIds.split(',').filter((id) => !had.has(id)))
  }, [isStale, settled, shownIds])
}

const NONE: ReadonlySet<string> = new Set()
