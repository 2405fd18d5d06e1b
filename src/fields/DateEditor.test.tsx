// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { DateEditor } from './DateEditor.tsx'

afterEach(cleanup)

function setUp(value: string | null) {
  const onCommit = vi.fn<(next: string | null) => void>()
  render(<DateEditor label="Renewal" value={value} onCommit={onCommit} />)
  return { onCommit, box: screen.getByLabelText('Renewal') }
}

test('a date picked from the calendar is saved at once', () => {
  const { onCommit, box } = setUp('2026-06-12')
  fireEvent.change(box, { target: { value: '2026-06-13' } })
  expect(onCommit.mock.calls).toEqual([['2026-06-13']])
})

test('a typed date is saved on Enter, not at each digit', () => {
  const { onCommit, box } = setUp(null)
  fireEvent.keyDown(box, { key: '2' })
  fireEvent.change(box, { target: { value: '0202-06-13' } })
  fireEvent.change(box, { target: { value: '2026-06-13' } })
  expect(onCommit).not.toHaveBeenCalled()
  fireEvent.keyDown(box, { key: 'Enter' })
  fireEvent.blur(box)
  expect(onCommit.mock.calls).toEqual([['2026-06-13']])
})

test('half a date is neither saved nor taken for an empty one', () => {
  const { onCommit, box } = setUp('2026-06-12')
  fireEvent.keyDown(box, { key: 'Backspace' })
  fireEvent.change(box, { target: { value: '' } })
  Object.defineProperty(box, 'validity', { value: { badInput: true } })
  fireEvent.blur(box)
  expect(screen.getByText(/whole date/)).toBeTruthy()
  expect(onCommit).not.toHaveBeenCalled()
})

test('a year of two digits is asked for again', () => {
  const { onCommit, box } = setUp(null)
  fireEvent.keyDown(box, { key: '2' })
  fireEvent.change(box, { target: { value: '0026-06-13' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(screen.getByText(/four digits/)).toBeTruthy()
  expect(onCommit).not.toHaveBeenCalled()
})

test('the date is unset by its button', () => {
  const { onCommit } = setUp('2026-06-12')
  fireEvent.click(screen.getByRole('button', { name: 'Clear Renewal' }))
  expect(onCommit.mock.calls).toEqual([[null]])
})
