import { AnchoredPopup } from '#ui/AnchoredPopup.tsx'
import { Chip } from '#ui/Chip.tsx'
import type { Option } from '#ui/option.ts'
import { OptionList } from '#ui/OptionList.tsx'
import { OptionNote } from '#ui/OptionNote.tsx'
import { optionId } from '#ui/use-active-option.ts'
import { clsx } from 'clsx'
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { shownValues, type ChipMark } from './chip-mark.ts'
import { ChipNotes } from './ChipNotes.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import { isPastedList, pastedValues } from './pasted-values.ts'
import { PasteReport } from './PasteReport.tsx'
import { useChipFocus } from './use-chip-focus.ts'
import { CREATE, useOptionQuery } from './use-option-query.ts'

export type ChipsEditorProps = {
  /** The field's label: names the group, the list and the box "Add LABEL". */
  label: string
  labelHidden?: boolean | undefined
  description?: string | null | undefined
  /** Ids of the values there are, in order. */
  values: readonly string[]
  /** All that can be chosen; for plain choices `textOptions(choices)`. */
  options: readonly Option[]
  /** Edits of single values that are under way or failed. */
  marks?: ReadonlyMap<string, ChipMark> | undefined
  /** Called once for each value, never with a whole list. */
  onAdd: (value: string) => void
  /** Called once for each value, never with a whole list. */
  onRemove: (value: string) => void
  /** Offers `Create “x”` for a text that is no option; the caller adds it to the options and to the values. */
  onCreateChoice?: ((text: string) => void) | undefined
  /** Escape with the list closed, so that an editor in a table cell can close. */
  onCancel?: (() => void) | undefined
  /** The focus has left the editor. */
  onLeave?: (() => void) | undefined
  autoFocus?: boolean | undefined
  /** A visible box with the label above, for forms. */
  boxed?: boolean | undefined
  /** Why it cannot be changed now; the chips are then shown without buttons. */
  disabledReason?: string | null | undefined
}

const NO_MARKS: ReadonlyMap<string, ChipMark> = new Map()
const NO_OPTION = { why: 'no longer a choice', isWrong: true }

/**
 * Several values as chips, each added and removed on its own.
 *
 * In the box: letters narrow the list, Enter adds the highlighted option, a pasted list adds every value it names,
 * Escape closes the list; Backspace or Arrow Left at the start goes to the last chip. On a chip: Arrow keys, Home
 * and End move along; Delete removes it and goes to the next one, Backspace removes it and goes to the one before;
 * Escape or a letter goes back to the box. Tab stops once at the chips and once at the box.
 */
export function ChipsEditor(props: ChipsEditorProps) {
  const { label, values, options, marks = NO_MARKS, onAdd, onRemove, onCreateChoice, disabledReason } = props
  const listId = useId()
  const reasonId = useId()
  const field = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [news, setNews] = useState('')
  const [report, setReport] = useState<{ added: number; unmatched: string[] } | null>(null)

  const shown = shownValues(values, marks)
  const byId = new Map(options.map((option) => [option.id, option]))
  const labelOf = (value: string) => byId.get(value)?.label ?? value
  const choosable = options.filter(({ retired }) => !retired)
  const rest = choosable.filter(({ id }) => !shown.includes(id))
  const search = useOptionQuery({
    options: rest,
    allOptions: choosable,
    listId,
    creatable: Boolean(onCreateChoice),
  })
  const chips = useChipFocus({ count: shown.length, input, remove })

  function add(option: Option) {
    onAdd(option.id)
    setNews(`${option.label} added`)
  }

  function remove(index: number) {
    const value = shown[index]
    if (value === undefined) return
    const mark = marks.get(value)
    if (mark?.kind === 'failed') mark.discard()
    if (values.includes(value)) onRemove(value)
    setNews(`${labelOf(value)} removed`)
  }

  /** After a click the list stays open, for the next one. */
  function pick(option: Option, how: 'key' | 'click') {
    if (how === 'key') search.reset()
    else search.type('')
    if (option.id === CREATE) onCreateChoice?.(search.typed)
    else add(option)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd } = event.currentTarget
    const atStart = selectionStart === 0 && selectionEnd === 0
    if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && atStart && shown.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      search.close()
      chips.focusChip(shown.length - 1)
    } else if (event.key === 'Escape') {
      if (!search.open && !search.typed && !props.onCancel) return
      event.preventDefault()
      event.stopPropagation()
      if (search.open || search.typed) search.reset()
      else props.onCancel?.()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      const option = search.highlighted
      if (option) pick(option, 'key')
      else search.show()
    } else search.onKeyDown(event)
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text')
    if (!isPastedList(text)) return
    event.preventDefault()
    const { matched, unmatched } = pastedValues(text, choosable)
    const fresh = matched.filter(({ id }) => !shown.includes(id))
    fresh.forEach(({ id }) => onAdd(id))
    setNews(fresh.length > 0 ? `${fresh.map((option) => option.label).join(', ')} added` : '')
    setReport(unmatched.length > 0 ? { added: fresh.length, unmatched } : null)
    search.reset()
  }

  return (
    <FieldGroup
      label={label}
      labelHidden={props.labelHidden}
      labelAbove={props.boxed}
      description={props.description}
    >
      <div
        ref={field}
        role="presentation"
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          input.current?.focus()
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave?.()
        }}
        className={clsx(
          'flex min-h-8 cursor-text flex-wrap items-center gap-1 rounded-md border px-1.5 py-0.75 transition-colors pointer-coarse:min-h-10',
          props.boxed ? 'border-control bg-surface' : 'border-transparent',
          disabledReason
            ? 'cursor-default'
            : 'focus-within:border-accent focus-within:bg-surface has-[input:focus]:outline-2 has-[input:focus]:-outline-offset-1 has-[input:focus]:outline-accent',
          !disabledReason && !props.boxed && 'hover:bg-hover focus-within:hover:bg-surface',
        )}
      >
        <div role="list" aria-label={label} className="contents">
          {shown.map((value, index) => {
            const mark = marks.get(value)
            const option = byId.get(value)
            const retired = option ? option.retired : NO_OPTION
            return (
              <span key={value} role="listitem" className="inline-flex max-w-full min-w-0">
                <Chip
                  label={labelOf(value)}
                  icon={option?.icon}
                  pending={mark?.kind === 'pending'}
                  tone={mark?.kind === 'failed' ? 'bad' : 'neutral'}
                  invalid={retired?.isWrong ? retired.why : undefined}
                  faded={retired && !retired.isWrong ? retired.why : undefined}
                  {...(disabledReason
                    ? {}
                    : { onRemove: () => chips.removeAt(index), removeButton: chips.buttonProps(index) })}
                />
              </span>
            )
          })}
        </div>
        {disabledReason ? (
          <span id={reasonId} className="px-0.5 text-xs text-faint">
            {shown.length === 0 && 'Empty. '}
            {disabledReason}
          </span>
        ) : (
          <input
            ref={input}
            role="combobox"
            type="text"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- set by an editor that a person has just opened
            autoFocus={props.autoFocus}
            aria-label={`Add ${label}`}
            aria-autocomplete="list"
            aria-expanded={search.listed}
            aria-controls={search.listed ? listId : undefined}
            aria-activedescendant={
              search.listed && search.active >= 0 ? optionId(listId, search.active) : undefined
            }
            placeholder={shown.length === 0 ? 'Empty' : 'Add…'}
            value={search.text}
            onChange={(event) => search.type(event.target.value)}
            onClick={search.show}
            onBlur={search.close}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            className={clsx(
              'h-6 min-w-4 flex-1 basis-4 bg-transparent px-0.5 text-sm outline-none pointer-coarse:h-8 pointer-coarse:text-lg',
              shown.length > 0 && 'placeholder:text-transparent focus:min-w-16 focus:placeholder:text-faint',
            )}
          />
        )}
        {search.open && (
          <AnchoredPopup anchorRef={field}>
            {search.listed && (
              <OptionList
                id={listId}
                label={label}
                options={search.lines}
                active={search.active}
                isSelected={() => false}
                onActive={search.setActive}
                onPick={(option) => pick(option, 'click')}
              />
            )}
            <OptionNote
              count={search.lines.length}
              more={search.more}
              loading={false}
              emptyText={search.typed ? 'No matches' : 'Nothing left to add'}
            />
          </AnchoredPopup>
        )}
      </div>
      <span aria-live="polite" className="sr-only">
        {news}
      </span>
      <ChipNotes label={label} marks={marks} labelOf={labelOf} />
      {report && (
        <PasteReport
          {...report}
          label={label}
          onCreate={
            onCreateChoice &&
            (() => {
              report.unmatched.forEach((text) => onCreateChoice(text))
              setReport(null)
              input.current?.focus()
            })
          }
          onDismiss={() => {
            setReport(null)
            input.current?.focus()
          }}
        />
      )}
    </FieldGroup>
  )
}
