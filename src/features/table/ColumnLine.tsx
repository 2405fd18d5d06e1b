import type { LeadColumn } from '#model/lead-column.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { clsx } from 'clsx'
import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'

/** One column in the list of columns: shown or not, and its place by dragging or by buttons. */
export function ColumnLine({
  column,
  isShown,
  isFixed = false,
  onToggle,
  onMove,
  isFirst = false,
  isLast = false,
  isDragged = false,
  onDragStart,
  onDragOver,
  onDragEnd,
}: {
  column: LeadColumn
  isShown: boolean
  /** Always shown, always first. */
  isFixed?: boolean
  onToggle: () => void
  onMove?: ((by: 1 | -1) => void) | undefined
  isFirst?: boolean
  isLast?: boolean
  isDragged?: boolean
  onDragStart?: (() => void) | undefined
  onDragOver?: (() => void) | undefined
  onDragEnd?: (() => void) | undefined
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging; keys have the buttons
    <li
      data-line={column.id}
      draggable={Boolean(onMove)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', column.label)
        onDragStart?.()
      }}
      onDragOver={(event) => {
        if (!onDragOver) return
        event.preventDefault()
        onDragOver()
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={onDragEnd}
      className={clsx(
        'group flex items-center gap-1 rounded-sm pr-1 pl-2 hover:bg-hover',
        isDragged && 'bg-selected opacity-70',
      )}
    >
      <Checkbox
        label={column.label}
        checked={isShown}
        disabled={isFixed}
        onChange={onToggle}
        className="min-w-0 flex-1"
      />
      {column.customField && <span className="shrink-0 text-2xs text-faint">Custom</span>}
      {onMove && (
        <>
          <IconButton
            label={`Move ${column.label} up`}
            icon={<ChevronUp />}
            size="xs"
            disabledReason={isFirst ? 'It is the first.' : null}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={`Move ${column.label} down`}
            icon={<ChevronDown />}
            size="xs"
            disabledReason={isLast ? 'It is the last.' : null}
            onClick={() => onMove(1)}
          />
          <GripVertical
            aria-hidden
            className="size-3.5 shrink-0 cursor-grab text-faint pointer-coarse:hidden"
          />
        </>
      )}
    </li>
  )
}
