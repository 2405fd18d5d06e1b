import { RouteLink } from '#lib/navigation.ts'
import { fieldState } from '#model/operation.ts'
import { clsx } from 'clsx'
import { memo } from 'react'

import { leadName, shortFact } from './cell-facts.ts'
import { failureTooltip } from './cell-failure.ts'
import { CellMark } from './CellMark.tsx'
import { NAME_CELL } from './grid-class.ts'
import type { GridCellProps } from './GridCell.tsx'
import { editedField } from './open-cell.ts'
import { OpenCellLayer } from './OpenCellLayer.tsx'

/** The pinned first cell of a row: a link to the lead; where room is scarce with a second line of facts. */
export const NameCell = memo(function NameCell({
  column,
  place,
  lead,
  edits,
  mark,
  isFocused,
  open,
  href,
  isActive,
  isNarrow,
}: GridCellProps & { href: string; isActive: boolean; isNarrow: boolean }) {
  const facts = isNarrow ? shortFact(lead) : ''
  const state = fieldState(edits, editedField(column))
  return (
    <div
      role="rowheader"
      aria-colindex={place}
      data-column={column.id}
      aria-invalid={state.kind === 'failed' || state.kind === 'conflict' || undefined}
      data-tooltip={open ? undefined : (failureTooltip(column, state) ?? mark?.text)}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- a global attribute of WAI-ARIA 1.3
      aria-description={mark?.text}
      className={clsx(NAME_CELL, mark?.isFresh && 'changed', 'flex min-w-0 items-center gap-1.5')}
    >
      <RouteLink
        to={href}
        tabIndex={isFocused ? 0 : -1}
        data-cell-focus
        className={clsx(
          'group/name flex h-full min-w-0 flex-1 flex-col px-2.5 focus-visible:outline-2 focus-visible:-outline-offset-2',
          facts ? 'pt-2.5' : 'justify-center',
        )}
      >
        <span
          className={clsx(
            'truncate font-medium decoration-line-strong underline-offset-2 group-hover/name:underline',
            isActive && 'text-accent',
          )}
        >
          {leadName(lead)}
        </span>
      </RouteLink>
      {facts && (
        // Not part of the link, which is named with the lead alone; presses go through to it.
        <span className="pointer-events-none absolute inset-x-2.5 bottom-2 truncate text-xs text-muted">
          {facts}
        </span>
      )}
      <CellMark state={state} />
      {open && <OpenCellLayer key={lead.id} column={column} lead={lead} typed={open.typed} />}
    </div>
  )
})
