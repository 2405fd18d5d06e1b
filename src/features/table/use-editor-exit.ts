import { use, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

import { tabLeaves } from './editor-start.ts'
import { OpenCellContext } from './open-cell.ts'

/**
 * How the editor of a cell ends. Enter and Escape go back to the cell and Tab goes to the one beside it; a focus
 * that the person puts elsewhere stays there. A text that can't be saved keeps the editor open and gets the focus
 * back. `isPicked`: its value is picked from a list, so that leaving it saves nothing that is not saved. A value
 * that may not be changed is shown in the same way.
 *
 * `close` is for the control inside, which calls it when it is left, too; `end` closes whatever has the focus.
 */
export function useEditorExit(box: RefObject<HTMLElement | null>, isPicked: boolean) {
  const actions = use(OpenCellContext)
  /** Where Tab leads; the browser's own date box takes it for its parts, of which it alone knows the last. */
  const tabbing = useRef<1 | -1 | undefined>(undefined)
  const beside = useRef<1 | -1 | undefined>(undefined)
  /** The focus goes from one part of the editor to another, which is no reason to give up. */
  const staysInside = useRef(false)
  /** The edit has ended by that: what was typed is saved or was nothing new. */
  const endedInside = useRef(false)

  function close() {
    endedInside.current = staysInside.current
    if (staysInside.current) return
    const to = { beside: beside.current }
    if (tabbing.current !== undefined) {
      actions.leave()
      setTimeout(() => actions.close(to)) // the browser is still moving the focus, and would forget the ring
    } else if (to.beside !== undefined || box.current?.contains(document.activeElement)) actions.close(to)
    else actions.leave()
  }

  function end() {
    staysInside.current = false
    close()
  }

  function textBox() {
    return box.current?.querySelector<HTMLElement>('input, textarea')
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return
    const inText = event.target instanceof HTMLTextAreaElement
    const onButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape' || (event.key === 'Enter' && !inText && !onButton)) {
      event.preventDefault()
      close()
    } else if (event.key === 'Tab') {
      const step = event.shiftKey ? -1 : 1
      if (tabLeaves(event.currentTarget, event.shiftKey)) {
        event.preventDefault()
        beside.current = step
        // Leaving is what saves.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        const text = isPicked || endedInside.current ? null : textBox()
        if (text) text.focus()
        else close()
        beside.current = undefined
      } else tabbing.current = step
    }
  }

  function onBlurCapture(event: FocusEvent<HTMLElement>) {
    staysInside.current = event.currentTarget.contains(event.relatedTarget)
    if (!staysInside.current) beside.current ??= tabbing.current
  }

  function onBlur(event: FocusEvent<HTMLElement>) {
    staysInside.current = false
    if (event.currentTarget.contains(event.relatedTarget)) return
    if ((isPicked || !textBox()) && beside.current === undefined) actions.leave()
    if (tabbing.current === undefined) return
    beside.current = undefined
    setTimeout(() => textBox()?.focus()) // half a date is still here by then
  }

  return {
    close,
    end,
    handlers: {
      onKeyDown,
      onKeyUp: () => (tabbing.current = undefined),
      onBlurCapture,
      onBlur,
      onInput: () => (endedInside.current = false),
    },
  }
}
