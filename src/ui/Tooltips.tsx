import { useEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd.tsx'
import { placePopup, visibleView } from './place-popup.ts'

type Shown = { target: HTMLElement; text: string; keys: string | undefined }

const DELAY = 450

/**
 * The tooltip of every element with `data-tooltip`; rendered once by the page frame. It opens on hover and on
 * keyboard focus and closes on Escape or a press. It repeats what the element's name or description says, so it
 * is hidden from screen readers.
 */
export function Tooltips() {
  const [shown, setShown] = useState<Shown | null>(null)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function open(target: HTMLElement, delay: number) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const text = target.dataset['tooltip']
        if (text && target.isConnected && target.getAttribute('aria-expanded') !== 'true') {
          setShown({ target, text, keys: target.dataset['tooltipKeys'] })
        }
      }, delay)
    }
    function close() {
      clearTimeout(timer)
      setShown(null)
    }
    function onOver(event: PointerEvent) {
      if (event.pointerType === 'touch') return
      const target = tooltipTarget(event.target)
      if (target) open(target, DELAY)
      else close()
    }
    function onFocus(event: FocusEvent) {
      const target = tooltipTarget(event.target)
      if (target?.matches(':focus-visible')) open(target, 0)
      else close()
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') close()
    }
    const stop = new AbortController()
    const options = { capture: true, passive: true, signal: stop.signal }
    document.addEventListener('pointerover', onOver, options)
    document.addEventListener('focusin', onFocus, options)
    document.addEventListener('focusout', close, options)
    document.addEventListener('pointerdown', close, options)
    document.addEventListener('keydown', onKeyDown, options)
    document.addEventListener('scroll', close, options)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    const element = box.current
    if (!shown || !element) return
    element.showPopover?.()
    const anchor = shown.target.getBoundingClientRect()
    const { left, top } = placePopup(anchor, element.getBoundingClientRect(), visibleView(), {
      side: 'bottom',
      align: 'center',
      gap: 6,
    })
    element.style.left = `${left}px`
    element.style.top = `${top}px`
    element.style.visibility = 'visible'
  }, [shown])

  if (!shown) return null
  return (
    <div
      key={shown.text}
      ref={box}
      popover="manual"
      aria-hidden
      data-react-aria-top-layer=""
      className="tooltip pointer-events-none fixed inset-auto m-0 flex max-w-72 items-center gap-2 rounded-md bg-tooltip px-2 py-1 text-xs text-on-tooltip shadow-pop"
    >
      {shown.text}
      {shown.keys && <Kbd keys={shown.keys} />}
    </div>
  )
}

function tooltipTarget(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
}
