import { clsx } from 'clsx'
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { placePopup, visibleView, type Align } from './place-popup.ts'

/**
 * A box over the page beside its anchor, open as long as it is rendered. It stands in the document where it is
 * written, yet is drawn in the browser's top layer: no scroll box cuts it, and inside a dialog it counts as part
 * of the dialog. It takes no focus: a press in it leaves the focus where it is.
 */
export function AnchoredPopup({
  anchorRef,
  align = 'start',
  className,
  children,
}: {
  anchorRef: RefObject<HTMLElement | null>
  align?: Align | undefined
  className?: string | undefined
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const update = () => place(box.current, anchorRef.current, align)
    const stop = new AbortController()
    const options = { capture: true, passive: true, signal: stop.signal }
    window.addEventListener('scroll', update, options)
    window.addEventListener('resize', update, options)
    window.visualViewport?.addEventListener('resize', update, options)
    window.visualViewport?.addEventListener('scroll', update, options)
    return () => stop.abort()
  }, [anchorRef, align])

  // After each render: what it holds may have grown, or pushed the anchor.
  useLayoutEffect(() => place(box.current, anchorRef.current, align))

  return (
    <div
      ref={box}
      popover="manual"
      role="presentation"
      onMouseDown={(event) => event.preventDefault()}
      className={clsx(
        'fixed inset-auto m-0 max-w-[min(24rem,calc(100vw-1rem))] flex-col overflow-hidden rounded-lg border-0 bg-raised p-0 text-sm font-normal text-text shadow-pop [&:popover-open]:flex',
        className,
      )}
    >
      {children}
    </div>
  )
}

function place(box: HTMLElement | null, anchor: HTMLElement | null, align: Align) {
  if (!box || !anchor) return
  if (!box.matches(':popover-open')) box.showPopover?.()
  const rect = anchor.getBoundingClientRect()
  box.style.minWidth = `${Math.max(Math.round(rect.width), 160)}px`
  box.style.maxHeight = '20rem'
  const spot = placePopup(rect, box.getBoundingClientRect(), visibleView(), { side: 'bottom', align })
  box.style.maxHeight = `min(20rem, ${spot.maxHeight}px)`
  box.style.left = `${spot.left}px`
  box.style.top = `${spot.top}px`
}
