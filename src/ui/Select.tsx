import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { AnchoredPopup } from './AnchoredPopup.tsx'
import { OptionList } from './OptionList.tsx'
import { foldText } from './option-filter.ts'
import type { Option } from './option.ts'
import { optionId, useActiveOption } from './use-active-option.ts'

export type SelectProps = {
  /** The accessible name. */
  label: string
  options: readonly Option[]
  /** The chosen option's id; null for none. */
  value: string | null
  onChange: (id: string) => void
  /** What the closed box shows; by default the chosen option's icon and label. */
  children?: ReactNode
  placeholder?: string | undefined
  /** Why it cannot be changed now. */
  disabledReason?: string | null | undefined
  autoFocus?: boolean | undefined
  /** Starts with the list open, for an editor that a person has just opened. */
  defaultOpen?: boolean | undefined
  /** Escape with the list closed, or a list closed without a choice after `defaultOpen`. */
  onCancel?: (() => void) | undefined
  /** Without a border until hovered or focused. */
  quiet?: boolean | undefined
  size?: 'sm' | 'md' | undefined
  'aria-describedby'?: string | undefined
  className?: string | undefined
}

/**
 * Chooses one of a few, with icons that a native select cannot show. Arrow keys, Home and End move the
 * highlight, letters jump to the option that starts with them, and nothing changes before Enter or Space.
 */
export function Select(props: SelectProps) {
  const { label, options, value, disabledReason } = props
  const listId = useId()
  const reasonId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const chosen = options.findIndex((option) => option.id === value)
  const [open, setOpen] = useState(props.defaultOpen ?? false)
  const list = useActiveOption(options.length, listId, {
    horizontalEnds: true,
    first: props.defaultOpen ? Math.max(chosen, 0) : -1,
  })
  const { active } = list

  function show() {
    if (disabledReason) return
    setOpen(true)
    list.setActive(Math.max(chosen, 0))
  }

  function cancel() {
    setOpen(false)
    if (props.defaultOpen) props.onCancel?.()
  }

  function pick(option: Option | undefined) {
    setOpen(false)
    if (option && option.id !== value) props.onChange(option.id)
    else if (props.defaultOpen) props.onCancel?.()
  }

  /** Jumps to the next option that starts with what was typed within a second. */
  function jumpTo(letter: string) {
    const now = performance.now()
    const text = now - typed.current.at < 1000 ? typed.current.text + letter : letter
    typed.current = { text, at: now }
    const wanted = foldText(text)
    const from = text.length > 1 ? Math.max(active, 0) : active + 1
    const order = [...options.keys()].map((step) => (from + step) % options.length)
    const found = order.find((index) => foldText(options[index]?.label ?? '').startsWith(wanted))
    if (found !== undefined) list.setActive(found)
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event
    const letter = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!open) {
      if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) {
        event.preventDefault()
        event.stopPropagation()
        show()
      } else if (letter && !disabledReason) {
        event.stopPropagation()
        show()
        jumpTo(key)
      } else if (key === 'Escape' && props.onCancel) {
        event.preventDefault()
        event.stopPropagation()
        props.onCancel()
      }
      return
    }
    if (key === 'Tab') return cancel()
    event.stopPropagation()
    if (list.moveBy(event)) return
    if (key === 'Enter' || (key === ' ' && performance.now() - typed.current.at > 1000)) {
      event.preventDefault()
      pick(options[active])
    } else if (key === 'Escape') {
      event.preventDefault()
      cancel()
    } else if (letter || key === ' ') {
      event.preventDefault()
      jumpTo(key)
    }
  }

  const current = options[chosen]
  return (
    <>
      <button
        ref={button}
        type="button"
        role="combobox"
        aria-label={label}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && active >= 0 ? optionId(listId, active) : undefined}
        aria-disabled={disabledReason ? true : undefined}
        aria-describedby={clsx(props['aria-describedby'], disabledReason && reasonId) || undefined}
        data-tooltip={disabledReason || undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- set by an editor that a person has just opened
        autoFocus={props.autoFocus}
        onClick={() => (open ? cancel() : show())}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (open) cancel()
        }}
        className={clsx(
          'group inline-flex w-full min-w-0 items-center gap-2 rounded-md border px-2 text-left text-sm transition-colors pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0',
          props.size === 'sm' ? 'h-7' : 'h-8',
          props.quiet
            ? 'border-transparent hover:bg-hover aria-expanded:bg-hover'
            : 'border-control bg-surface hover:border-muted',
          props.className,
        )}
      >
        <span className="flex min-w-0 flex-1 items-center gap-2">
          {props.children ?? (
            <>
              {current?.icon}
              <span className={clsx('truncate', !current && 'text-faint')}>
                {current?.label ?? props.placeholder ?? 'None'}
              </span>
            </>
          )}
        </span>
        <ChevronDown
          aria-hidden
          className={clsx(
            'text-muted',
            props.quiet &&
              'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 group-aria-expanded:opacity-100',
          )}
        />
      </button>
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
      {open && (
        <AnchoredPopup anchorRef={button}>
          <OptionList
            id={listId}
            label={label}
            options={options}
            active={active}
            isSelected={(option) => option.id === value}
            onActive={list.setActive}
            onPick={pick}
          />
        </AnchoredPopup>
      )}
    </>
  )
}
