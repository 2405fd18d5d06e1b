import { lazy, Suspense, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import type { MenuEntry } from './menu-entry.ts'

const OPENING_KEYS = ['ArrowDown', 'Enter', ' ']

const loadMenu = () => import('./Menu.tsx')
const Menu = lazy(() => loadMenu().then((module) => ({ default: module.Menu })))

export type MenuButtonProps = {
  /** The button's text (with `iconOnly` its name and tooltip), and the name of the menu. */
  label: string
  items: readonly MenuEntry[]
  icon?: ReactNode
  iconOnly?: boolean | undefined
  variant?: 'ghost' | 'secondary' | undefined
  size?: 'sm' | 'md' | undefined
  /** The edge of the button that the menu lines up with. */
  align?: 'start' | 'end' | undefined
  className?: string | undefined
}

/** A button that opens a menu. Light: the menu's own code is fetched when a pointer or the focus comes near. */
export function MenuButton({
  label,
  items,
  icon,
  iconOnly = false,
  variant = 'ghost',
  size = 'sm',
  align = 'end',
  className,
}: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const trigger = {
    ref: button,
    icon,
    variant,
    size,
    className,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onClick: () => setOpen(true),
    onPointerEnter: () => void loadMenu(),
    onFocus: () => void loadMenu(),
    onKeyDown: (event: KeyboardEvent) => {
      // A click by key counts as one of assistive technology, and no item would have the focus.
      if (!OPENING_KEYS.includes(event.key)) return
      event.preventDefault()
      setOpen(true)
    },
  }
  return (
    <>
      {iconOnly ? <IconButton {...trigger} label={label} /> : <Button {...trigger}>{label}</Button>}
      {open && (
        <Suspense>
          <Menu
            label={label}
            items={items}
            align={align}
            triggerRef={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
