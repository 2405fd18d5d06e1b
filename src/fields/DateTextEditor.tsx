import { DraftBox } from './DraftBox.tsx'
import type { EditorProps } from './editor-props.ts'
import { datePattern, parseTypedDate, parseTypedMoment } from './typed-date.ts'
import { useDraft, type Parsed } from './use-draft.ts'
import { toDateInput, toLocalInput } from './typed-value.ts'
import { formatDateTime, formatFullDateTime } from './value-format.ts'

/**
 * A date, or with `time` a moment, typed as text rather than part by part: it takes what a person typed before it
 * was there. What the text is read as stands below it.
 */
export function DateTextEditor({
  time,
  value,
  save,
  onCommit,
  onCancel,
  ...rest
}: EditorProps<string | null> & { time: boolean }) {
  const wanted = time ? `${datePattern()} HH:MM` : datePattern()
  function parse(text: string): Parsed<string | null> {
    if (text.trim() === '') return { ok: true, value: null }
    const next = time ? parseTypedMoment(text) : parseTypedDate(text)
    return next === null ? { ok: false, message: `Enter ${wanted}.` } : { ok: true, value: next }
  }
  function toText(iso: string | null): string {
    if (iso === null) return ''
    return time ? toLocalInput(iso).replace('T', ' ') : toDateInput(iso)
  }
  const draft = useDraft({ value, save, toText, parse, onCommit, onCancel })
  const read = parse(draft.text)
  const readAs = time ? formatDateTime : formatFullDateTime
  return (
    <DraftBox
      {...rest}
      draft={draft}
      save={save}
      className="tabular-nums"
      hint={read.ok && read.value !== null ? readAs(read.value) : wanted}
    />
  )
}
