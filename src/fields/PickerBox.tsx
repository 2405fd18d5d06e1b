import { IconButton } from '#ui/IconButton.tsx'
import { X } from 'lucide-react'
import { useRef } from 'react'
import { DraftBox } from './DraftBox.tsx'
import type { EditorProps } from './editor-props.ts'
import { useDraft, type Parsed } from './use-draft.ts'

const INCOMPLETE = 'Enter a whole date, with four digits for the year.'

/**
 * A native date box. A date picked from the calendar is saved at once; a typed one on Enter or on leaving, since
 * each typed digit is a date of its own.
 */
export function PickerBox({
  type,
  toText,
  toValue,
  value,
  save,
  onCommit,
  onCancel,
  ...rest
}: EditorProps<string | null> & {
  type: 'date' | 'datetime-local'
  toText: (value: string | null) => string
  /** The value of a whole text; null when it is none. */
  toValue: (text: string) => string | null
}) {
  const typing = useRef(false)
  function parse(text: string): Parsed<string | null> {
    if (text === '') return { ok: true, value: null }
    const next = toValue(text)
    return next === null ? { ok: false, message: INCOMPLETE } : { ok: true, value: next }
  }
  const draft = useDraft({ value, save, toText, parse, onCommit, onCancel })
  return (
    <div
      className="contents"
      role="presentation"
      onKeyDownCapture={(event) => {
        if (!event.altKey && /^(\d|Arrow(Up|Down)|Backspace|Delete|Page(Up|Down))$/.test(event.key)) {
          typing.current = true
        }
      }}
      onPointerDownCapture={() => (typing.current = false)}
    >
      <DraftBox
        {...rest}
        draft={draft}
        save={save}
        type={type}
        className={'date-box tabular-nums pointer-coarse:text-base!'}
        trailing={
          draft.text !== '' &&
          !rest.disabledReason && (
            <IconButton
              label={`Clear ${rest.label}`}
              icon={<X />}
              size="xs"
              tabIndex={-1} // a key does the same: delete the parts
              className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => draft.commit('')}
            />
          )
        }
        onText={(text) => {
          if (!typing.current) draft.commit(text)
        }}
        onLeave={(element) => {
          typing.current = false
          // Half a date reads as empty, which would unset the value.
          if (element.validity.badInput) draft.reject(INCOMPLETE)
          else draft.commit()
        }}
      />
    </div>
  )
}
