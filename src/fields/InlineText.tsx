import type { ReactNode } from 'react'
import { DraftBox } from './DraftBox.tsx'
import type { EditorProps } from './editor-props.ts'
import { useDraft, type Parsed } from './use-draft.ts'

export type InlineTextProps = EditorProps<string> & {
  multiline?: boolean | 'wrapped' | undefined
  placeholder?: string | undefined
  type?: 'text' | 'url' | 'email' | 'tel' | undefined
  /** Why a text may not be saved; null when it may. */
  check?: ((text: string) => string | null) | undefined
  /** At the end of the box, e.g. a link that opens the value. */
  trailing?: ReactNode
  className?: string | undefined
}

/** A text that is edited where it stands. Blanks around it are dropped; empty text unsets the value. */
export function InlineText({
  value,
  save,
  onCommit,
  onCancel,
  check,
  type = 'text',
  placeholder = 'Empty',
  ...rest
}: InlineTextProps) {
  function parse(text: string): Parsed<string> {
    const trimmed = text.trim()
    const problem = check?.(trimmed)
    return problem ? { ok: false, message: problem } : { ok: true, value: trimmed }
  }
  const draft = useDraft({ value, save, toText: (text) => text, parse, onCommit, onCancel })
  // A native check of e-mail and web addresses would block what the server takes; only the keyboard is wanted.
  const inputMode = type === 'text' ? undefined : type
  return <DraftBox {...rest} draft={draft} save={save} placeholder={placeholder} inputMode={inputMode} />
}
