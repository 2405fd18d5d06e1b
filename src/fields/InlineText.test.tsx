// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { InlineText, type InlineTextProps } from './InlineText.tsx'

afterEach(cleanup)

function setUp(props: Partial<InlineTextProps> = {}) {
  const onCommit = vi.fn<(next: string) => void>()
  const onCancel = vi.fn<() => void>()
  const all = { label: 'Name', value: 'Bluth', onCommit, ...props }
  const { rerender } = render(<InlineText {...all} />)
  return {
    user: userEvent.setup(),
    box: screen.getByRole('textbox', { name: 'Name' }),
    onCommit,
    onCancel,
    update: (next: Partial<InlineTextProps>) => rerender(<InlineText {...all} {...next} />),
  }
}

test('Enter saves a changed text without blanks around it, once', async () => {
  const { user, box, onCommit } = setUp()
  await user.clear(box)
  await user.type(box, ' Sitwell {Enter}')
  await user.tab()
  expect(onCommit.mock.calls).toEqual([['Sitwell']])
})

test('leaving the box saves', async () => {
  const { user, box, onCommit } = setUp()
  await user.type(box, ' Co')
  await user.tab()
  expect(onCommit.mock.calls).toEqual([['Bluth Co']])
})

test('an unchanged text is not saved', async () => {
  const { user, box, onCommit } = setUp()
  await user.type(box, 'x{Backspace}{Enter}')
  await user.tab()
  expect(onCommit).not.toHaveBeenCalled()
})

test('Escape puts the text back and is not seen by the page; unchanged, it is', async () => {
  const onKeyDown = vi.fn<(event: KeyboardEvent) => void>()
  window.addEventListener('keydown', onKeyDown)
  const { user, box, onCommit } = setUp()
  await user.type(box, 'x')
  onKeyDown.mockClear()
  await user.keyboard('{Escape}')
  expect(box).toHaveProperty('value', 'Bluth')
  expect(onKeyDown).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(onKeyDown).toHaveBeenCalledOnce()
  expect(onCommit).not.toHaveBeenCalled()
  window.removeEventListener('keydown', onKeyDown)
})

test('in a cell, an edit ends with one call', async () => {
  const onCancel = vi.fn<() => void>()
  const { user, box, onCommit } = setUp({ onCancel })
  await user.type(box, 'x{Escape}')
  await user.tab()
  expect(onCancel).toHaveBeenCalledOnce()
  expect(onCommit).not.toHaveBeenCalled()
})

test('several lines: Enter breaks the line, Ctrl and Enter saves', async () => {
  const { user, box, onCommit } = setUp({ multiline: true })
  await user.type(box, '{Enter}Co')
  expect(onCommit).not.toHaveBeenCalled()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(onCommit.mock.calls).toEqual([['Bluth\nCo']])
})

test('a text that may not be saved says why and stays', async () => {
  const { user, box, onCommit } = setUp({ check: (text) => (text === '' ? 'A lead needs a name.' : null) })
  await user.clear(box)
  await user.keyboard('{Enter}')
  expect(screen.getByText('A lead needs a name.')).toBeTruthy()
  expect(box.getAttribute('aria-invalid')).toBe('true')
  expect(onCommit).not.toHaveBeenCalled()
})

test('a refused text stays in the box with the reason; it can be tried again, dropped or mended', async () => {
  const retry = vi.fn<() => void>()
  const discard = vi.fn<() => void>()
  const { user, box, onCommit, update } = setUp()
  await user.type(box, '!{Enter}')
  update({ save: { kind: 'failed', message: 'Too long.', retry, discard } })
  expect(box).toHaveProperty('value', 'Bluth!')
  expect(screen.getByRole('alert').textContent).toContain('Name was not saved. Too long.')
  await user.keyboard('{Enter}')
  expect(retry).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(discard).toHaveBeenCalledOnce()
  await user.type(box, '?{Enter}')
  expect(discard).toHaveBeenCalledTimes(2)
  expect(onCommit.mock.calls).toEqual([['Bluth!'], ['Bluth!?']])
})

test('a value that changes elsewhere shows, but not over a text being typed', async () => {
  const { user, box, update } = setUp()
  update({ value: 'Sitwell' })
  expect(box).toHaveProperty('value', 'Sitwell')
  await user.type(box, '!')
  update({ value: 'Austero' })
  expect(box).toHaveProperty('value', 'Sitwell!')
})
