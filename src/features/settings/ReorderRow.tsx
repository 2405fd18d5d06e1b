import { IconButton } from '#ui/IconButton.tsx'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'

import type { Reorder } from './use-reorder.ts'

/** One line of a list that can be put in another order: a drag handle, the content, then buttons. */
export function ReorderRow({
  id,
  name,
  index,
  count,
  reorder,
  stepsInMenu = false,
  children,
  actions,
}: {
  id: string
  /** What the buttons call the item. */
  name: string
  index: number
  count: number
  reorder: Reorder
  /** The actions have a menu that moves it too: small screens then do without the two buttons. */
  stepsInMenu?: boolean | undefined
  children: ReactNode
  /** Further buttons, after those that move it. */
  actions?: ReactNode
}) {
  const { drag } = reorder
  const pressed = useRef<HTMLButtonElement>(null)
  const lastIndex = useRef(index)
  useEffect(() => {
    // An element that is moved in the document loses the focus; the person goes on pressing.
    if (lastIndex.current !== index && document.activeElement === document.body) pressed.current?.focus()
    lastIndex.current = index
  })

  const hidden = stepsInMenu ? 'max-sm:hidden' : undefined

  function step(button: HTMLButtonElement, by: 1 | -1) {
    pressed.current = button
    reorder.step(id, by)
  }

  return (
    <li
      className={clsx(
        'relative flex min-h-11 items-center gap-1 border-t border-line py-1.5 pr-1.5 pl-0.5 first:border-t-0',
        drag?.id === id && 'bg-selected',
        drag?.gap === index && DROP_BEFORE,
        drag?.gap === count && index === count - 1 && DROP_AFTER,
      )}
    >
      <span
        aria-hidden
        {...reorder.handle(id)}
        data-drag-handle
        className={clsx(
          'flex h-8 w-6 shrink-0 touch-none items-center justify-center text-faint hover:text-muted pointer-coarse:w-9',
          drag ? 'cursor-grabbing' : 'cursor-grab',
        )}
      >
        <GripVertical className="size-4" />
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      <div className="flex shrink-0 items-center">
        <IconButton
          label={`Move up ${name}`}
          icon={<ArrowUp />}
          className={hidden}
          disabledReason={index === 0 ? 'It is the first.' : null}
          onClick={(event) => step(event.currentTarget, -1)}
        />
        <IconButton
          label={`Move down ${name}`}
          icon={<ArrowDown />}
          className={hidden}
          disabledReason={index === count - 1 ? 'It is the last.' : null}
          onClick={(event) => step(event.currentTarget, 1)}
        />
        {actions}
      </div>
    </li>
  )
}

const DROP_BEFORE = 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent'
const DROP_AFTER = 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent'
