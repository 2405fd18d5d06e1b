// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismissAllToasts, showToast } from './toast.ts'
import { Toasts } from './Toasts.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  act(dismissAllToasts)
  cleanup()
  vi.useRealTimers()
})

function show(...args: Parameters<typeof showToast>) {
  act(() => {
    showToast(...args)
  })
}

function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}

test('good news is a status, bad news an alert; without any there is neither', () => {
  render(<Toasts />)
  expect(screen.queryByRole('status')).toBeNull()
  show({ kind: 'good', message: 'Saved.' })
  show({ kind: 'bad', message: 'Not saved.' })
  expect(screen.getByRole('status').textContent).toContain('Saved.')
  expect(screen.getByRole('alert').textContent).toContain('Not saved.')
})

test('good news goes by itself, bad news stays until dismissed', () => {
  render(<Toasts />)
  show({ kind: 'good', message: 'Saved.' })
  show({ kind: 'bad', message: 'Not saved.' })
  pass(6_000)
  expect(screen.queryByRole('status')).toBeNull()
  pass(600_000)
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the time stands still under the pointer', () => {
  render(<Toasts />)
  show({ kind: 'good', message: 'Saved.' })
  pass(5_000)
  fireEvent.pointerEnter(screen.getByRole('status'))
  fireEvent.pointerOver(screen.getByRole('status'))
  pass(60_000)
  expect(screen.getByRole('status')).toBeTruthy()
  fireEvent.pointerOut(screen.getByRole('status'))
  pass(2_000)
  expect(screen.queryByRole('status')).toBeNull()
})

test('the action runs once and takes the toast away', () => {
  const onAction = vi.fn<() => void>()
  render(<Toasts />)
  show({ kind: 'good', message: 'Deleted.', action: { label: 'Undo', onAction } })
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(onAction).toHaveBeenCalledOnce()
  expect(screen.queryByRole('status')).toBeNull()
})

test('a key replaces the toast of the same cause', () => {
  render(<Toasts />)
  show({ kind: 'bad', message: 'Offline.', key: 'net' })
  show({ kind: 'bad', message: 'Still offline.', key: 'net' })
  expect(screen.getAllByRole('alert')).toHaveLength(1)
})

test('at most four; bad news outlasts good news', () => {
  render(<Toasts />)
  show({ kind: 'bad', message: 'Bad.' })
  for (let i = 0; i < 5; i++) show({ kind: 'good', message: `Good ${i}.` })
  expect(screen.getAllByRole('status')).toHaveLength(3)
  expect(screen.getByRole('alert')).toBeTruthy()
})

test('F8 moves the focus to the newest toast; dismissing it brings the focus back', () => {
  render(
    <>
      <button type="button">Work</button>
      <Toasts />
    </>,
  )
  const work = screen.getByRole('button', { name: 'Work' })
  show({ kind: 'bad', message: 'Not saved.' })
  act(() => work.focus())
  fireEvent.keyDown(work, { key: 'F8' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Dismiss' }))
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(document.activeElement).toBe(work)
})
