import { useState } from 'react'
import { DraftBox } from './DraftBox.tsx'
import type { EditorProps } from './editor-props.ts'
import { useDraft, type Parsed } from './use-draft.ts'
import { formatNumber, numberDraft, parseNumber } from './value-format.ts'

/** A number, shown with the locale's separators and typed with or without them. */
export function NumberEditor({ value, save, onCommit, onCancel, ...rest }: EditorProps<number | null>) {
  const [focused, setFocused] = useState(false)
  const draft = useDraft({ value, save, toText, parse, onCommit, onCancel })
  const shown =
    focused || draft.changed || value === null || save?.kind === 'failed' ? draft.text : formatNumber(value)
  return (
    <DraftBox
      {...rest}
      draft={draft}
      text={shown}
      save={save}
      inputMode="decimal"
      placeholder="Empty"
      className="tabular-nums"
      onFocus={() => setFocused(true)}
      onLeave={() => {
        setFocused(false)
        draft.commit()
      }}
    />
  )
}

function toText(value: number | null): string {
  return value === null ? '' : numberDraft(value)
}

function parse(text: string): Parsed<number | null> {
  if (text.trim() === '') return { ok: true, value: null }
  const value = parseNumber(text)
  return value === null ? { ok: false, message: 'Enter a number.' } : { ok: true, value }
}
