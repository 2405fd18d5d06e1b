import { clsx } from 'clsx'
import { Activity, useId, useState, type KeyboardEvent, type ReactNode } from 'react'

export type TabItem = { id: string; label: string; panel: ReactNode }

/**
 * Panels of which one shows, under a row of tabs. A panel is made when it is first looked at and then kept, with
 * what was typed in it. Arrow keys, Home and End choose the tab.
 */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
  onNear,
  rowClassName,
}: {
  /** The accessible name of the row. */
  label: string
  tabs: readonly TabItem[]
  /** The chosen tab's id. */
  selected: string
  onSelect: (id: string) => void
  /** Called when a pointer or the focus comes near a tab: the time to fetch what its panel needs. */
  onNear?: ((id: string) => void) | undefined
  rowClassName?: string | undefined
}) {
  const id = useId()
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set([selected]))
  if (!visited.has(selected)) setVisited(new Set([...visited, selected]))

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const next = tabs.at(nextIndex(event.key, at, tabs.length) ?? at)
    if (!next || next.id === selected) return
    event.preventDefault()
    onSelect(next.id)
    event.currentTarget.parentElement
      ?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)
      ?.focus()
  }

  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        className={clsx('flex gap-1 overflow-x-auto border-b border-line', rowClassName)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === selected}
            aria-controls={visited.has(tab.id) ? `${id}-${tab.id}-panel` : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={onKeyDown}
            onPointerEnter={() => onNear?.(tab.id)}
            onFocus={() => onNear?.(tab.id)}
            className="-mb-px flex h-8 shrink-0 items-center border-b-2 border-transparent px-2 text-sm text-muted -outline-offset-2 hover:text-text aria-selected:border-accent aria-selected:font-medium aria-selected:text-text pointer-coarse:h-10"
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map(
        (tab) =>
          visited.has(tab.id) && (
            <Activity key={tab.id} mode={tab.id === selected ? 'visible' : 'hidden'}>
              <div role="tabpanel" id={`${id}-${tab.id}-panel`} aria-labelledby={`${id}-${tab.id}`}>
                {tab.panel}
              </div>
            </Activity>
          ),
      )}
    </>
  )
}

/** Where a key leads from the tab at `at`; null for a key that is none of the row's. */
function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
