// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { useHotkeys } from './hotkeys.ts'

afterEach(cleanup)

const pressed = vi.fn<(key: string) => void>()
afterEach(() => pressed.mockClear())

function Page() {
  useHotkeys({
    'g l': () => pressed('g l'),
    'g i': () => pressed('g i'),
    n: () => pressed('n'),
    '?': () => pressed('?'),
    'Shift+?': () => pressed('?'),
    '$mod+k': () => pressed('$mod+k'),
  })
  return (
    <>
      <button>Plain</button>
      <input aria-label="Name" />
      <input type="checkbox" aria-label="Check" />
    </>
  )
}

function press(target: Element, key: string, more: KeyboardEventInit = {}) {
  fireEvent.keyDown(target, { key, ...more })
}

test.each<[what: string, keys: [string, KeyboardEventInit?][], expected: string[]]>([
  ['a key', [['n']], ['n']],
  ['a capital', [['N']], ['n']],
  ['keys one after the other', [['g'], ['l']], ['g l']],
  ['the other sequence', [['g'], ['i']], ['g i']],
  ['the end of a sequence alone', [['l'], ['i']], []],
  ['a sign that needs Shift', [['?', { shiftKey: true }]], ['?']],
  ['a chord', [['k', { ctrlKey: true }]], ['$mod+k']],
  ['a key with a modifier that it was not bound with', [['n', { ctrlKey: true }]], []],
])('hears %s', (_what, keys, expected) => {
  const { getByText } = render(<Page />)
  for (const [key, more] of keys) press(getByText('Plain'), key, more)
  expect(pressed.mock.calls.flat()).toEqual(expected)
})

test('leaves letters to a text box but not to a check box', () => {
  const { getByLabelText } = render(<Page />)
  press(getByLabelText('Name'), 'n')
  expect(pressed).not.toHaveBeenCalled()
  press(getByLabelText('Name'), 'k', { ctrlKey: true })
  press(getByLabelText('Check'), 'n')
  expect(pressed.mock.calls.flat()).toEqual(['$mod+k', 'n'])
})

test.each(['dialog', 'alertdialog', 'menu', 'listbox'])('rests while a %s is open', (role) => {
  const { getByText } = render(
    <>
      <Page />
      <div role={role} />
    </>,
  )
  press(getByText('Plain'), 'n')
  press(getByText('Plain'), 'k', { ctrlKey: true })
  expect(pressed).not.toHaveBeenCalled()
})

test('leaves a key alone that something else took', () => {
  const { getByText } = render(<Page />)
  getByText('Plain').addEventListener('keydown', (event) => event.preventDefault())
  press(getByText('Plain'), 'n')
  expect(pressed).not.toHaveBeenCalled()
})
