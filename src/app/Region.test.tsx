// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Region } from './Region.tsx'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {}) // React tells of every caught error
})
afterEach(cleanup)

let isBroken = true
let fault: Error = new Error('No such thing')

function Part() {
  if (isBroken) throw fault
  return <p>The part</p>
}

function Neighbour() {
  const [count, setCount] = useState(0)
  return <button onClick={() => setCount(count + 1)}>Pressed {count}</button>
}

function Page({ shown = 'a' }: { shown?: string }) {
  return (
    <>
      <Region name="The table" resetKey={shown}>
        <Part />
      </Region>
      <Region name="This lead">
        <Neighbour />
      </Region>
    </>
  )
}

test('a part that breaks leaves the rest usable, and can be tried again', () => {
  isBroken = true
  fault = new Error('No such thing')
  render(<Page />)
  expect(screen.getByRole('alert').textContent).toContain('The table could not be shown')
  fireEvent.click(screen.getByRole('button', { name: 'Pressed 0' }))
  expect(screen.getByRole('button', { name: 'Pressed 1' })).toBeTruthy()

  isBroken = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('The part')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the error goes when something else is shown', () => {
  isBroken = true
  const { rerender } = render(<Page />)
  expect(screen.getByRole('alert')).toBeTruthy()
  isBroken = false
  rerender(<Page shown="b" />)
  expect(screen.getByText('The part')).toBeTruthy()
})

test.each([
  'Failed to fetch dynamically imported module: https://x.test/a.js', // Chromium
  'error loading dynamically imported module: https://x.test/a.js', // Firefox
  'Importing a module script failed.', // Safari
])('code that is not there is told apart: %s', (message) => {
  isBroken = true
  fault = new TypeError(message)
  render(<Page />)
  expect(screen.getByRole('alert').textContent).toContain('a new version may have been published')
})
