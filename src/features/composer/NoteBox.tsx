import { hasFormatting } from '#model/note-markup.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { Bold, Italic, Link2, List } from 'lucide-react'
import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'

import { makeLink, nextItem, toggleList, toggleMark, type TypedEdit, type Typing } from './markup-typing.ts'
import { NotePreview } from './NotePreview.tsx'

/**
 * The text box of a note, with buttons and keys for its marks; what is more than plain words is shown below as it
 * will look. Enter goes on with a list; an address pasted over words makes them a link.
 */
export function NoteBox({
  label,
  value,
  error,
  autoFocus = false,
  onChange,
}: {
  label: string
  /** Markup. */
  value: string
  error?: string | null | undefined
  autoFocus?: boolean | undefined
  onChange: (markup: string) => void
}) {
  const area = useRef<HTMLTextAreaElement>(null)

  function edit(compute: (typing: Typing) => TypedEdit | null): boolean {
    const box = area.current
    const change = box && compute({ text: box.value, start: box.selectionStart, end: box.selectionEnd })
    if (!change) return false
    typeInto(box, change)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey
    const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
    const key = event.key.toLowerCase()
    const isDone =
      key === 'enter' && isPlain
        ? edit(nextItem)
        : isCommand && (key === 'b' || key === 'i') && edit((typing) => toggleMark(typing, MARKS[key]))
    if (isDone) event.preventDefault()
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const address = event.clipboardData.getData('text').trim()
    const { selectionStart, selectionEnd } = event.currentTarget
    if (selectionStart === selectionEnd || !/^https?:\/\/[^\s()]+$/.test(address)) return
    event.preventDefault()
    edit((typing) => makeLink(typing, address))
  }

  const tool = (name: string, icon: ReactNode, compute: (typing: Typing) => TypedEdit) => (
    <IconButton
      label={name}
      icon={icon}
      // The selection in the box is what it works on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => edit(compute)}
    />
  )
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <TextAreaField
        ref={area}
        label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just opened this box
        autoFocus={autoFocus}
        dir="auto"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <div role="group" aria-label="Formatting" className="-ml-1 flex items-center gap-0.5">
        {tool('Bold', <Bold />, (typing) => toggleMark(typing, MARKS.b))}
        {tool('Italic', <Italic />, (typing) => toggleMark(typing, MARKS.i))}
        {tool('List', <List />, toggleList)}
        {tool('Link', <Link2 />, (typing) => makeLink(typing))}
      </div>
      {hasFormatting(value) && <NotePreview markup={value} />}
    </div>
  )
}

const MARKS = { b: '**', i: '*' }

/** Types as a keyboard would, so that the browser's own undo takes it back. */
function typeInto(box: HTMLTextAreaElement, { from, to, insert, start, end }: TypedEdit): void {
  box.focus()
  box.setSelectionRange(from, to)
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else types into a box and can be undone there
  document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)
  box.setSelectionRange(start, end)
}
