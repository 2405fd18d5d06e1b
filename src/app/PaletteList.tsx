import { Kbd } from '#ui/Kbd.tsx'
import { clsx } from 'clsx'
import { useEffect, type ComponentType } from 'react'

export type PaletteEntry = {
  id: string
  label: string
  /** A second, quieter text. */
  detail?: string
  icon: ComponentType<{ className?: string }>
  keys?: string
  run: () => void
}

export type PaletteGroup = { name: string; entries: readonly PaletteEntry[] }

/** The palette's entries in named groups, one of them highlighted; groups without entries are left out. */
export function PaletteList({
  id,
  groups,
  activeId,
  onActive,
  onPick,
}: {
  id: string
  groups: readonly PaletteGroup[]
  activeId: string | undefined
  onActive: (id: string) => void
  onPick: (entry: PaletteEntry) => void
}) {
  useEffect(() => {
    if (activeId) document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, activeId])

  return (
    <div
      id={id}
      role="listbox"
      aria-label="Results"
      className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:hidden"
    >
      {groups.map(
        (group, index) =>
          group.entries.length > 0 && (
            <div
              key={group.name}
              role="group"
              aria-labelledby={`${id}-group-${index}`}
              className="scroll-mt-1.5"
            >
              <div id={`${id}-group-${index}`} className="px-2.5 pt-1.5 pb-1 text-2xs font-medium text-muted">
                {group.name}
              </div>
              {group.entries.map((entry) => (
                <Line
                  key={entry.id}
                  id={`${id}-${entry.id}`}
                  entry={entry}
                  isActive={entry.id === activeId}
                  onActive={() => onActive(entry.id)}
                  onPick={() => onPick(entry)}
                />
              ))}
            </div>
          ),
      )}
    </div>
  )
}

function Line({
  id,
  entry,
  isActive,
  onActive,
  onPick,
}: {
  id: string
  entry: PaletteEntry
  isActive: boolean
  onActive: () => void
  onPick: () => void
}) {
  const { icon: Icon } = entry
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the text box above
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (!isActive) onActive()
      }}
      onClick={onPick}
      className={clsx(
        'flex h-9 items-center gap-2.5 rounded-md px-2.5 outline-none pointer-coarse:h-11',
        isActive && 'bg-hover outline-accent forced-colors:outline-2',
      )}
    >
      <span aria-hidden className="text-faint">
        <Icon className="size-4" />
      </span>
      <span className="min-w-0 flex-1 truncate">{entry.label}</span>
      {entry.detail && <span className="max-w-1/2 min-w-0 truncate text-xs text-muted">{entry.detail}</span>}
      {entry.keys && (
        <span aria-hidden className="text-muted">
          <Kbd keys={entry.keys} />
        </span>
      )}
    </div>
  )
}
