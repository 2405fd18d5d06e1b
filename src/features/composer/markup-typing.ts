/** A text box's text and what is selected in it. */
export type Typing = { text: string; start: number; end: number }

/** What to put in the place of `from` to `to`, and what is selected then. */
export type TypedEdit = { from: number; to: number; insert: string; start: number; end: number }

/** Puts a mark around the selection, or takes it away where it is. */
export function toggleMark({ text, start, end }: Typing, mark: string): TypedEdit {
  const chosen = text.slice(start, end)
  const size = mark.length
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { from: start - size, to: end + size, insert: chosen, start: start - size, end: end - size }
  }
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(chosen) ?? []
  const insert = `${before}${mark}${core}${mark}${after}`
  const from = start + before.length + size
  return { from: start, to: end, insert, start: from, end: from + core.length }
}

/** Makes the selected lines items of a list, or plain lines again when all of them are. */
export function toggleList({ text, start, end }: Typing): TypedEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1))
  const to = lineEnd === -1 ? text.length : lineEnd
  const lines = text.slice(from, to).split('\n')
  const isList = lines.every((line) => ITEM.test(line))
  const insert = lines.map((line) => (isList ? line.replace(ITEM, '') : `- ${line}`)).join('\n')
  const isCaret = start === end
  const caret = Math.max(from, start + (isList ? -2 : 2))
  return { from, to, insert, start: isCaret ? caret : from, end: isCaret ? caret : from + insert.length }
}

const ITEM = /^[-*•] /

/** Makes the selection a link; without an address the place for it is selected. */
export function makeLink({ text, start, end }: Typing, address = ''): TypedEdit {
  const words = text.slice(start, end) || 'text'
  const insert = `[${words}](${address || 'https://'})`
  const at = start + words.length + 3
  if (address !== '')
    return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length }
  return { from: start, to: end, insert, start: at, end: at + 'https://'.length }
}

/** What Enter does in a list: the next item, or the end of the list on an empty one. Null elsewhere. */
export function nextItem({ text, start, end }: Typing): TypedEdit | null {
  if (start !== end) return null
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  if (!ITEM.test(line)) return null
  if (line.slice(2).trim() === '') return { from, to: start, insert: '', start: from, end: from }
  return { from: start, to: start, insert: `\n${line.slice(0, 2)}`, start: start + 3, end: start + 3 }
}
