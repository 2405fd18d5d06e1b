import { useEffect, useRef, type RefObject } from 'react'

/**
 * When something that had the focus closes (`isOpen` turns false) and the focus is lost with it, gives it to
 * `target`, e.g. the button that opened it. A person who has moved on keeps the focus where it is.
 */
export function useReturnFocus(isOpen: boolean, target: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (isClosed && document.activeElement === document.body) target.current?.focus()
  }, [isOpen, target])
}
