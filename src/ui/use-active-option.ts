import { useEffect, useState, type KeyboardEvent } from 'react'

export type ActiveOption = {
  /** The highlighted line of the open list; -1 for none. */
  active: number
  setActive: (index: number) => void
  /** Moves the highlight; true when the key was one of its own. */
  moveBy: (event: KeyboardEvent) => boolean
}

/**
 * The highlighted line of a list that the focus stays outside of. Arrow keys go round; Page Up and Down take ten.
 * `horizontalEnds` gives Home and End to the list, where no text box needs them; `first` is highlighted at first.
 */
export function useActiveOption(
  count: number,
  listId: string,
  { horizontalEnds = false, first = -1 } = {},
): ActiveOption {
  const [wanted, setActive] = useState(first)
  const active = Math.min(wanted, count - 1)

  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(listId, active))?.scrollIntoView?.({ block: 'nearest' })
  }, [active, listId])

  function moveBy(event: KeyboardEvent): boolean {
    const target = targetOf(event.key)
    if (target === null || count === 0 || event.altKey || event.ctrlKey || event.metaKey) return false
    event.preventDefault()
    setActive(target)
    return true
  }

  function targetOf(key: string): number | null {
    switch (key) {
      case 'ArrowDown':
        return active + 1 >= count ? 0 : active + 1
      case 'ArrowUp':
        return active <= 0 ? count - 1 : active - 1
      case 'PageDown':
        return Math.min(active + 10, count - 1)
      case 'PageUp':
        return Math.max(active - 10, 0)
      case 'Home':
        return horizontalEnds ? 0 : null
      case 'End':
        return horizontalEnds ? count - 1 : null
      default:
        return null
    }
  }

  return { active, setActive, moveBy }
}

/** The element id of a line, as `aria-activedescendant` names it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}
