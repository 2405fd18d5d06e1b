import { useRef, useState, type ComponentProps, type KeyboardEvent, type RefObject } from 'react'

/**
 * Moves the focus among the remove buttons of chips, one of which is the Tab stop. Before a chip goes, the focus
 * moves on to its neighbour, or to the box when it was the last one.
 */
export function useChipFocus({
  count,
  input,
  remove,
}: {
  count: number
  input: RefObject<HTMLInputElement | null>
  remove: (index: number) => void
}) {
  const buttons = useRef(new Map<number, HTMLButtonElement>())
  const [current, setCurrent] = useState(-1)
  const stop = current < 0 || current >= count ? count - 1 : current

  function focusChip(index: number) {
    const button = buttons.current.get(index)
    if (button) button.focus()
    else input.current?.focus()
  }

  function removeAt(index: number, towards: 'next' | 'previous' = 'next') {
    const neighbour =
      towards === 'next' ? (index + 1 < count ? index + 1 : index - 1) : index > 0 ? index - 1 : index + 1
    focusChip(neighbour)
    remove(index)
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'ArrowLeft') focusChip(Math.max(index - 1, 0))
    else if (key === 'ArrowRight') focusChip(index + 1)
    else if (key === 'Home') focusChip(0)
    else if (key === 'End') focusChip(count - 1)
    else if (key === 'Delete') removeAt(index, 'next')
    else if (key === 'Backspace') removeAt(index, 'previous')
    else if (key === 'Escape') input.current?.focus()
    else {
      // The letter itself lands in the box, since the focus is there before the browser types it; no shortcut
      // of the page may take it.
      if (key.length === 1 && key !== ' ') {
        event.stopPropagation()
        input.current?.focus()
      }
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function buttonProps(index: number): ComponentProps<'button'> {
    return {
      ref: (button) => {
        if (button) buttons.current.set(index, button)
        else buttons.current.delete(index)
      },
      tabIndex: index === stop ? 0 : -1,
      onFocus: () => setCurrent(index),
      onKeyDown: (event) => onKeyDown(event, index),
    }
  }

  return { focusChip, removeAt, buttonProps }
}
