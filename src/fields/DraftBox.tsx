import { controlClass, quietControlClass } from '#ui/control-class.ts'
import { LateSpinner } from '#ui/LateSpinner.tsx'
import { clsx } from 'clsx'
import { useId, useRef, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { SaveNote } from './SaveNote.tsx'
import type { SaveState } from './save-state.ts'
import type { Draft } from './use-draft.ts'

type BoxProps = Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'step' | 'min' | 'max' | 'placeholder' | 'autoFocus' | 'onFocus' | 'onPointerDown'
>

/**
 * The box of a value that is always ready to be typed in; it looks like plain text until hovered or focused.
 * Enter saves (with several lines Ctrl or ⌘ and Enter; in one long line that wraps Shift and Enter makes a new
 * one), Escape puts the value back, leaving the box saves. After a refusal Enter tries again; in a conflict it goes
 * to the choice, since nobody is to be overwritten by a key pressed once too often.
 */
export function DraftBox({
  label,
  draft,
  text = draft.text,
  save,
  valueText,
  multiline = false,
  disabledReason,
  boxed = false,
  className,
  trailing,
  hint,
  onText,
  onLeave,
  ...box
}: BoxProps & {
  label: string
  draft: Draft
  /** What to show instead of the draft's text. */
  text?: string | undefined
  save: SaveState | undefined
  /** How a value reads in a note about it. */
  valueText?: ((value: unknown) => string) | undefined
  multiline?: boolean | 'wrapped' | undefined
  disabledReason?: string | null | undefined
  boxed?: boolean | undefined
  className?: string | undefined
  /** At the end of the box, e.g. a link that opens the value. */
  trailing?: ReactNode
  /** Below the box, read out as it changes: what is wanted, or what the text is taken for. */
  hint?: string | undefined
  onText?: ((text: string, element: HTMLInputElement | HTMLTextAreaElement) => void) | undefined
  /** Ends the edit on Enter and on leaving; by default commits the draft. */
  onLeave?: ((element: HTMLInputElement | HTMLTextAreaElement) => void) | undefined
}) {
  const id = useId()
  const problemId = `${id}-problem`
  const hintId = `${id}-hint`
  const note = draft.problem ?? disabledReason
  const failed = save?.kind === 'failed'
  const frame = useRef<HTMLDivElement>(null)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      draft.restore(event)
    } else if (event.key === 'Enter' && savesOn(event)) {
      event.preventDefault()
      event.stopPropagation()
      if (save?.kind !== 'failed' || draft.changed) leave(event.currentTarget)
      else if (save.conflict) frame.current?.querySelector<HTMLElement>('[role="alert"] button')?.focus()
      else save.retry()
    }
  }

  function savesOn(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey) return true
    return multiline === 'wrapped' ? !event.shiftKey : !multiline
  }

  function leave(element: HTMLInputElement | HTMLTextAreaElement) {
    if (onLeave) onLeave(element)
    else draft.commit()
  }

  const shared = {
    'aria-label': label,
    'aria-describedby': note ? problemId : hint && hintId,
    'aria-invalid': draft.problem || failed ? (true as const) : undefined,
    'aria-busy': save?.kind === 'saving' || undefined,
    readOnly: Boolean(disabledReason),
    value: text,
    onKeyDown,
    onChange: (event: { target: HTMLInputElement | HTMLTextAreaElement }) => {
      draft.setText(event.target.value)
      onText?.(event.target.value, event.target)
    },
    onBlur: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      leave(event.currentTarget)
    },
  }
  return (
    <div ref={frame} className="min-w-0">
      <div className="group relative flex items-center">
        {multiline ? (
          <textarea
            {...shared}
            rows={1}
            placeholder={box.placeholder}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- set by an editor that a person has just opened
            autoFocus={box.autoFocus}
            className={clsx(
              boxed ? controlClass : quietControlClass,
              'block field-sizing-content max-h-80 min-h-8 resize-none px-2 py-1.25 pointer-coarse:min-h-10',
              className,
            )}
          />
        ) : (
          <input
            {...shared}
            {...box}
            autoComplete="off"
            className={clsx(
              boxed ? controlClass : quietControlClass,
              'h-8 truncate px-2 pointer-coarse:h-10',
              (trailing || save?.kind === 'saving') && 'pr-8',
              trailing && save?.kind === 'saving' && 'pr-14',
              className,
            )}
          />
        )}
        {/* What may have the focus stays while the value is saved. */}
        {save?.kind === 'saving' && (
          <LateSpinner
            className={clsx(
              'pointer-events-none absolute top-2 text-muted',
              trailing ? 'right-8 pointer-coarse:right-11' : 'right-2',
            )}
          />
        )}
        {trailing && <span className="absolute right-1 flex">{trailing}</span>}
      </div>
      {note && (
        <p id={problemId} className={clsx('px-2 py-1 text-xs', draft.problem ? 'text-bad' : 'sr-only')}>
          {note}
        </p>
      )}
      {hint && !note && (
        <p id={hintId} aria-live="polite" className="px-2 py-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {draft.overtakenBy !== null && (
        <p role="status" className="px-2 py-1 text-xs wrap-break-word text-warn">
          It was changed meanwhile{draft.overtakenBy && ` to “${draft.overtakenBy}”`}. Saving replaces that;
          Escape keeps it.
        </p>
      )}
      <SaveNote label={label} save={save} valueText={valueText} />
    </div>
  )
}
