// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { MoneyEditor } from './MoneyEditor.tsx'
import { PercentEditor } from './PercentEditor.tsx'

afterEach(cleanup)

test('reads as an amount, and is typed over as a plain number once it has the focus', () => {
  const onCommit = vi.fn<(cents: number | null) => void>()
  render(<MoneyEditor label="Value" value={120_000} currency="USD" onCommit={onCommit} />)
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Value' })
  expect(box.value).toBe('$1,200')
  fireEvent.focus(box)
  expect(box.value).toBe('1200')
  expect([box.selectionStart, box.selectionEnd]).toEqual([0, 4])
  fireEvent.change(box, { target: { value: '1300.5' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(130_050)
})

test('keeps what cannot be a value and says why; Escape puts the value back', () => {
  const onCommit = vi.fn<(percent: number | null) => void>()
  render(<PercentEditor label="Confidence" value={60} onCommit={onCommit} />)
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Confidence' })
  expect(box.value).toBe('60%')
  fireEvent.focus(box)
  fireEvent.change(box, { target: { value: '600' } })
  fireEvent.blur(box)
  expect(box.value).toBe('600')
  expect(screen.getByText('Enter a whole number from 0 to 100.')).toBeDefined()
  fireEvent.keyDown(box, { key: 'Escape' })
  expect(box.value).toBe('60%')
  expect(onCommit).not.toHaveBeenCalled()
})
