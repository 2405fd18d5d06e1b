import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignSlots, NO_SLOTS, type RowSlots } from './row-slots.ts'

const rows = fc.uniqueArray(fc.nat(30).map(String), { maxLength: 12 })
const screens = fc.array(fc.tuple(rows, fc.boolean()), { minLength: 1 })
const elements = ({ slots, order }: RowSlots) => order.map((key) => slots.get(key))

test('rows that stay keep their element, no two share one, and elements are taken over', () => {
  fc.assert(
    fc.property(screens, (all) => {
      const most = Math.max(...all.map(([keys]) => keys.length))
      all.reduce<RowSlots>((before, [keys, isScrolling]) => {
        const now = assignSlots(before, keys, isScrolling)
        expect(now.order.toSorted()).toEqual(keys.toSorted())
        expect(new Set(elements(now)).size).toBe(keys.length)
        for (const key of keys)
          if (before.slots.has(key)) expect(now.slots.get(key)).toBe(before.slots.get(key))
        expect(Math.max(-1, ...now.slots.values())).toBeLessThan(most)
        return now
      }, NO_SLOTS)
    }),
  )
})

test('elements stand in the order of the rows at rest and do not move while scrolling', () => {
  fc.assert(
    fc.property(screens, (all) => {
      all.reduce<RowSlots>((before, [keys, isScrolling]) => {
        const now = assignSlots(before, keys, isScrolling)
        if (!isScrolling) expect(now.order).toEqual(keys)
        else {
          const left = elements(before).filter((slot) => elements(now).includes(slot))
          expect(elements(now).slice(0, left.length)).toEqual(left)
        }
        return now
      }, NO_SLOTS)
    }),
  )
})

test('nothing new gives the same object', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (keys, isScrolling) => {
      const slots = assignSlots(NO_SLOTS, keys, false)
      expect(assignSlots(slots, keys, isScrolling)).toBe(slots)
    }),
  )
})
