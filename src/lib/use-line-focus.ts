import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

/**
 * Keeps the focus in a list whose lines (`data-line` with their id) come and go: it follows its line to another
 * place, goes on to the line that comes in the place of one that is gone, and without any, as from a control below,
 * to `end`.
 */
export function useLineFocus(end: RefObject<HTMLElement | null>): {
  /** Around the lines. */
  list: RefObject<HTMLDivElement | null>
  /** For what is around the lines, and for a control below them that may go. */
  onFocus: (event: FocusEvent) => void
} {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<{ line: string | undefined; at: number } | null>(null)

  useLayoutEffect(() => {
    if (!last.current || document.activeElement !== document.body) return
    const { line, at } = last.current
    const lines = linesOf(list.current)
    const now = lines.find(({ dataset }) => dataset['line'] === line) ?? lines[Math.min(at, lines.length - 1)]
    const target = (at >= 0 && now?.querySelector<HTMLElement>('button, input')) || end.current
    target?.focus()
  })

  function onFocus({ target }: FocusEvent) {
    const line = target.closest<HTMLElement>('[data-line]')
    last.current = { line: line?.dataset['line'], at: line ? linesOf(list.current).indexOf(line) : -1 }
  }

  return { list, onFocus }
}

function linesOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
}
