import { expect, test } from 'vitest'

import { makeLink, nextItem, toggleList, toggleMark, type TypedEdit, type Typing } from './markup-typing.ts'

/** `[` and `]` stand around the selection, `|` for a caret. */
function typing(marked: string): Typing {
  const start = marked.search(/[|«]/)
  const text = marked.replace(/[|«»]/g, '')
  const close = marked.indexOf('»')
  return { text, start, end: close === -1 ? start : close - 1 }
}
function after({ text }: Typing, edit: TypedEdit | null): string | null {
  if (!edit) return null
  const next = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  if (edit.start === edit.end) return `${next.slice(0, edit.start)}|${next.slice(edit.start)}`
  return `${next.slice(0, edit.start)}«${next.slice(edit.start, edit.end)}»${next.slice(edit.end)}`
}

test.each([
  ['a «b» c', 'a **«b»** c'],
  ['a **«b»** c', 'a «b» c'],
  ['a| b', 'a**|** b'],
  ['a« b »c', 'a **«b»** c'],
])('bold turns %s into %s', (before, wanted) => {
  expect(after(typing(before), toggleMark(typing(before), '**'))).toBe(wanted)
})

test.each([
  ['a\n«b\nc»\nd', 'a\n«- b\n- c»\nd'],
  ['a\n«- b\n- c»\nd', 'a\n«b\nc»\nd'],
  ['a|', '- a|'],
  ['|', '- |'],
])('the list button turns %j into %j', (before, wanted) => {
  expect(after(typing(before), toggleList(typing(before)))).toBe(wanted)
})

test.each([
  ['- a|', '- a\n- |'],
  ['- a\n- |', '- a\n|'],
  ['a|', null],
  ['- «a»', null],
])('Enter turns %j into %j', (before, wanted) => {
  expect(after(typing(before), nextItem(typing(before)))).toBe(wanted)
})

test.each([
  ['see «this»', undefined, 'see [this](«https://»)'],
  ['see |', undefined, 'see [text](«https://»)'],
  ['see «this»!', 'https://a.example', 'see [this](https://a.example)|!'],
])('a link turns %s with %s into %s', (before, address, wanted) => {
  expect(after(typing(before), makeLink(typing(before), address))).toBe(wanted)
})
