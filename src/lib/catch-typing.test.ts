// @vitest-environment happy-dom
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'

import { catchTyping } from './catch-typing.ts'

const user = userEvent.setup()
const shortcuts: string[] = []
const note = (event: KeyboardEvent) => void shortcuts.push(event.key)
addEventListener('keydown', note)
afterEach(() => {
  document.body.replaceChildren()
  shortcuts.length = 0
})

/** A control that takes the focus, as a form does when it has come. */
function arrive<K extends 'textarea' | 'select' | 'button'>(tag: K): HTMLElementTagNameMap[K] {
  const control = document.createElement(tag)
  document.body.append(control)
  control.focus()
  return control
}

test('what is typed before the box is there stands in it, before what is typed after', async () => {
  catchTyping()
  await user.keyboard('The{Enter}y')
  expect(shortcuts).toEqual([])
  const box = arrive('textarea')
  await user.keyboard(' want')
  expect(box.value).toBe('The\ny want')
  expect(shortcuts).toEqual([' ', 'w', 'a', 'n', 't'])
})

test('the box hears of it', async () => {
  catchTyping()
  await user.keyboard('a')
  const box = document.createElement('textarea')
  const heard: string[] = []
  box.addEventListener('input', () => heard.push(box.value))
  document.body.append(box)
  box.focus()
  await Promise.resolve()
  expect(heard).toEqual(['a'])
})

test.each([
  ['Escape', () => user.keyboard('a{Escape}')],
  ['a press of the pointer', () => user.pointer({ keys: '[MouseLeft]', target: document.body })],
  ['a control without text', () => Promise.resolve(arrive('select'))],
])('%s ends it', async (_what, end) => {
  catchTyping()
  await end()
  shortcuts.length = 0
  await user.keyboard('b')
  expect(shortcuts).toEqual(['b'])
  expect(arrive('textarea').value).toBe('')
})

test('shortcuts with Ctrl, and keys that type nothing, pass', async () => {
  catchTyping()
  await user.keyboard('{Control>}z{/Control}{ArrowDown}')
  expect(shortcuts).toEqual(['Control', 'z', 'ArrowDown'])
  arrive('select')
})
