import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { Kbd } from './Kbd.tsx'
import type { MenuEntry, MenuItem } from './menu-entry.ts'

/**
 * A menu that is open as long as it is rendered. Most callers want `MenuButton`, which loads it when needed;
 * use this one for a menu opened by a right click or a key.
 */
export function Menu({
  label,
  items,
  triggerRef,
  align = 'end',
  onClose,
}: {
  label: string
  items: readonly MenuEntry[]
  /** What it opens beside; focus returns there. */
  triggerRef: RefObject<Element | null>
  align?: 'start' | 'end' | undefined
  onClose: () => void
}) {
  /** What an item opens gives the focus back to what had it: by then that must be what stays. */
  function run(action: () => void) {
    flushSync(onClose)
    if (triggerRef.current instanceof HTMLElement) triggerRef.current.focus()
    action()
  }

  return (
    <AriaPopover
      aria-label={label}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      triggerRef={triggerRef}
      placement={`bottom ${align}`}
      offset={4}
      className="pop max-w-80 min-w-48 overflow-auto rounded-lg bg-raised p-1 shadow-pop outline-none"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes focus when it opens */}
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
        {items.map((item, index) =>
          item === 'separator' ? (
            // oxlint-disable-next-line react/no-array-index-key -- separators are told apart by their place alone
            <Separator key={index} className="-mx-1 my-1 h-px bg-line" />
          ) : (
            <Line key={item.id} item={item} run={run} />
          ),
        )}
      </AriaMenu>
    </AriaPopover>
  )
}

function Line({ item, run }: { item: MenuItem; run: (action: () => void) => void }) {
  const { disabledReason, checked, onAction } = item
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={Boolean(disabledReason)}
      {...(onAction ? { onAction: () => run(onAction) } : {})}
      {...(item.href ? { href: item.href } : {})}
      className={clsx(
        'flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
        item.tone === 'danger'
          ? 'text-bad data-focused:bg-bad-soft [&_svg]:text-bad'
          : 'data-focused:bg-highlight [&_svg]:text-muted',
        'data-disabled:text-faint',
      )}
    >
      {checked === undefined ? item.icon : checked ? <Check /> : <span className="size-4 shrink-0" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{item.label}</span>
        {disabledReason && <span className="block text-xs text-faint">{disabledReason}</span>}
        {checked && <span className="sr-only"> (on)</span>}
      </span>
      {item.shortcut && (
        <span aria-hidden className="ml-4">
          <Kbd keys={item.shortcut} />
        </span>
      )}
    </AriaMenuItem>
  )
}
