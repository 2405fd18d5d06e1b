import { useLayoutEffect, useRef, useState, type ComponentProps } from 'react'
import { DraftBox } from './DraftBox.tsx'
import type { EditorProps } from './editor-props.ts'
import { useDraft, type Parsed } from './use-draft.ts'

/** The box of a number that reads as people write it and, while it has the focus, as they type it. */
export function FormattedBox({
  value,
  save,
  onCommit,
  onCancel,
  format,
  toText,
  parse,
  ...rest
}: EditorProps<number | null> &
  Pick<ComponentProps<'input'>, 'inputMode' | 'placeholder'> & {
    format: (value: number) => string
    toText: (value: number | null) => string
    parse: (text: string) => Parsed<number | null>
  }) {
  const [focused, setFocused] = useState<HTMLInputElement | null>(null)
  const draft = useDraft({ value, save, toText, parse, onCommit, onCancel })
  const isTyped = focused !== null || draft.changed || value === null || save?.kind === 'failed'
  const isUntouched = useRef(true)
  useLayoutEffect(() => {
    isUntouched.current = !draft.changed
  })
  // The box has just got another text, and with it has lost the selection that a key press into it makes.
  useLayoutEffect(() => {
    if (isUntouched.current) focused?.select()
  }, [focused])
  return (
    <DraftBox
      {...rest}
      draft={draft}
      text={isTyped ? draft.text : format(value)}
      save={save}
      className="tabular-nums"
      onFocus={({ currentTarget }) => setFocused(currentTarget)}
      onLeave={() => {
        setFocused(null)
        draft.commit()
      }}
    />
  )
}
