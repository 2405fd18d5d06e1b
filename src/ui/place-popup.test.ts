import { expect, test } from 'vitest'
import { placePopup } from './place-popup.ts'

const view = { left: 0, top: 0, width: 400, height: 600 }
const anchor = (left: number, top: number) => ({ left, top, width: 100, height: 30 })
const below = { side: 'bottom', align: 'start' } as const

test('below where it fits', () => {
  expect(placePopup(anchor(20, 100), { width: 200, height: 300 }, view, below)).toMatchObject({
    left: 20,
    top: 134,
    side: 'bottom',
  })
})

test('above where there is more room', () => {
  expect(placePopup(anchor(20, 500), { width: 200, height: 300 }, view, below)).toMatchObject({
    top: 196,
    side: 'top',
  })
})

test('below, and cut, where neither side has room but below has more', () => {
  const spot = placePopup(anchor(20, 200), { width: 200, height: 900 }, view, below)
  expect(spot).toMatchObject({ side: 'bottom', maxHeight: 358 })
})

test('never past the edges', () => {
  expect(placePopup(anchor(350, 100), { width: 200, height: 50 }, view, below).left).toBe(192)
  expect(placePopup(anchor(-50, 100), { width: 200, height: 50 }, view, below).left).toBe(8)
})
