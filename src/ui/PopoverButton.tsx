import { lazy, Suspense, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { Button } from './Button.tsx'

const loadPopover = () => import('./Popover.tsx')
const Popover = lazy(() => loadPopover().then((module) => ({ default: module.Popover })))

export type PopoverButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'onClick' | 'ref'> & {
  /** The button's text, and the panel's accessible name. */
  label: string
  /** What the button shows instead of the label, e.g. the label with a count. */
  children?: ReactNode
  align?: 'start' | 'end' | undefined
  panelClassName?: string | undefined
  /** What the panel holds; rendered only while open, so it may be lazy. */
  panel: (close: () => void) => ReactNode
  /** Called when a pointer or the focus comes near: the time to fetch what the panel needs. */
  onNear?: (() => void) | undefined
}

/** A button that opens a panel beside it. Light: the panel's own code is fetched when needed. */
export function PopoverButton({
  label,
  children,
  align,
  panelClassName,
  panel,
  onNear,
  ...rest
}: PopoverButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  function near() {
    void loadPopover()
    onNear?.()
  }
  const close = () => setOpen(false)
  return (
    <>
      <Button
        {...rest}
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onPointerEnter={near}
        onFocus={near}
      >
        {children ?? label}
      </Button>
      {open && (
        <Suspense>
          <Popover label={label} triggerRef={button} align={align} className={panelClassName} onClose={close}>
            <Suspense>{panel(close)}</Suspense>
          </Popover>
        </Suspense>
      )}
    </>
  )
}
