import { clsx } from 'clsx'
import { ChevronDown, Plus, X } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { AnchoredPopup } from './AnchoredPopup.tsx'
import { controlClass, quietControlClass } from './control-class.ts'
import { Field, type FieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { OptionList } from './OptionList.tsx'
import { OptionNote } from './OptionNote.tsx'
import { filterOptions, findOption } from './option-filter.ts'
import type { Option } from './option.ts'
import { LateSpinner } from './LateSpinner.tsx'
import { optionId, useActiveOption } from './use-active-option.ts'

export type ComboBoxProps = FieldProps & {
  options: readonly Option[]
  /** The chosen option's id; null for none. */
  value: string | null
  onChange: (id: string | null) => void
  /** What to show for a value that is not among the options (no longer, or not loaded). */
  valueLabel?: string | undefined
  /** Whether it may be emptied: by its button, or by deleting the text. */
  clearable?: boolean | undefined
  /** Offers `Create “x”` for a text that no option has. */
  onCreate?: ((text: string) => void) | undefined
  /** Called as the person types, for options that come from a search. */
  onQueryChange?: ((text: string) => void) | undefined
  /** The options are already the answer to the query: show them all, in their order. */
  remote?: boolean | undefined
  loading?: boolean | undefined
  placeholder?: string | undefined
  /** What to say when nothing matches. */
  emptyText?: string | undefined
  /** Why it cannot be changed now. */
  disabledReason?: string | null | undefined
  autoFocus?: boolean | undefined
  size?: 'sm' | 'md' | undefined
  /** Without a border until hovered or focused, for values in a list of details. */
  quiet?: boolean | undefined
  /** Escape with the list closed, so that an editor in a table cell can close. */
  onCancel?: (() => void) | undefined
  onBlur?: (() => void) | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

const CREATE = ' create'

/**
 * Chooses one of many by typing. Letters narrow the list whatever their case or accents; the first match is
 * highlighted and Enter takes it; Escape closes the list and puts the value back.
 */
export function ComboBox(props: ComboBoxProps) {
  const { options, value, onChange, clearable = false, onCreate, remote = false, disabledReason } = props
  const { label, labelHidden, description, error, className, required } = props
  const id = useId()
  const listId = `${id}-list`
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  /** What was typed since the list opened; null while the box shows its value. */
  const [query, setQuery] = useState<string | null>(null)
  const [open, setOpen] = useState(false)

  const chosen = options.find((option) => option.id === value)
  const retired = chosen?.retired
  const choosable = options.filter((option) => !option.retired)
  const valueText = value === null ? '' : (chosen?.label ?? props.valueLabel ?? value)
  const { shown, more } = remote ? { shown: choosable, more: 0 } : filterOptions(choosable, query ?? '')
  const typed = query?.trim() ?? ''
  const creatable = onCreate && typed !== '' && !findOption(options, typed)
  const lines: readonly Option[] = creatable
    ? [...shown, { id: CREATE, label: `Create “${typed}”`, icon: <Plus className="text-muted" /> }]
    : shown
  const list = useActiveOption(lines.length, listId)
  const listed = open && lines.length > 0

  function show() {
    if (open || disabledReason) return
    setOpen(true)
    list.setActive(shown.findIndex((option) => option.id === value))
  }

  function close() {
    setOpen(false)
    if (query !== null) props.onQueryChange?.('')
    setQuery(null)
    list.setActive(-1)
  }

  function type(text: string) {
    setQuery(text)
    setOpen(true)
    list.setActive(text.trim() === '' ? -1 : 0)
    props.onQueryChange?.(text)
  }

  function pick(option: Option) {
    close()
    if (option.id === CREATE) onCreate?.(typed)
    else if (option.id !== value) onChange(option.id)
    else props.onCancel?.()
  }

  function clear() {
    close()
    if (value !== null) onChange(null)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // Keys that choose a character of an input method are not ours.
    if (event.nativeEvent.isComposing) return
    const wasOpen = open
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!wasOpen) {
        event.preventDefault()
        return show()
      }
    }
    if (wasOpen && list.moveBy(event)) return
    if (event.key === 'Enter' && wasOpen) {
      event.preventDefault()
      event.stopPropagation()
      const option = lines[list.active]
      if (option) pick(option)
      else if (query !== null && typed === '' && clearable) clear()
      else close()
    } else if (event.key === 'Escape' && (wasOpen || props.onCancel)) {
      event.preventDefault()
      event.stopPropagation()
      if (wasOpen) close()
      else props.onCancel?.()
    }
  }

  function onBlur() {
    if (query !== null && typed === '' && clearable) clear()
    else close()
    props.onBlur?.()
  }

  return (
    <Field
      {...{ label, labelHidden, error, className, required }}
      id={id}
      description={disabledReason ?? retired?.why ?? description}
    >
      {(aria) => (
        <div ref={box} className="group relative flex items-center">
          {query === null && chosen?.icon && (
            <span className="pointer-events-none absolute left-2 flex [&_svg]:size-4">{chosen.icon}</span>
          )}
          <input
            {...aria}
            ref={(element) => {
              input.current = element
              if (typeof props.ref === 'function') props.ref(element)
              else if (props.ref) props.ref.current = element
            }}
            role="combobox"
            type="text"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- set by an editor that a person has just opened
            autoFocus={props.autoFocus}
            aria-autocomplete="list"
            aria-expanded={listed}
            aria-controls={listed ? listId : undefined}
            aria-activedescendant={listed && list.active >= 0 ? optionId(listId, list.active) : undefined}
            aria-required={required}
            aria-busy={props.loading || undefined}
            readOnly={Boolean(disabledReason)}
            placeholder={props.placeholder}
            value={query ?? valueText}
            onChange={(event) => type(event.target.value)}
            onClick={show}
            onFocus={(event) => event.target.select()}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
            className={clsx(
              props.quiet ? quietControlClass : clsx(controlClass, 'read-only:bg-sunken'),
              'truncate pr-7 pointer-coarse:h-10',
              props.size === 'sm' ? 'h-7 text-xs' : 'h-8',
              query === null && chosen?.icon ? 'pl-8' : props.quiet ? 'pl-2' : 'pl-2.5',
              query === null && retired && (retired.isWrong ? 'text-warn' : 'text-muted'),
            )}
          />
          {clearable && value !== null && !disabledReason ? (
            <IconButton
              label={`Clear ${label}`}
              icon={<X />}
              size="xs"
              tabIndex={-1} // a key does the same: delete the text
              className={clsx(
                'absolute right-1',
                props.quiet && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100',
              )}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                clear()
                input.current?.focus()
              }}
            />
          ) : props.loading ? (
            <LateSpinner className="pointer-events-none absolute right-2 text-muted" />
          ) : (
            <ChevronDown
              aria-hidden
              className={clsx(
                'pointer-events-none absolute right-2 size-4 text-muted',
                props.quiet && 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100',
              )}
            />
          )}
          {open && (
            <AnchoredPopup anchorRef={box}>
              {listed && (
                <OptionList
                  id={listId}
                  label={label}
                  options={lines}
                  active={list.active}
                  isSelected={(option) => option.id === value}
                  onActive={list.setActive}
                  onPick={pick}
                />
              )}
              <OptionNote
                count={lines.length}
                more={more}
                loading={props.loading ?? false}
                emptyText={props.emptyText}
              />
            </AnchoredPopup>
          )}
        </div>
      )}
    </Field>
  )
}
