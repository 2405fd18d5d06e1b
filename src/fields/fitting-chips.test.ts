import { expect, test } from 'vitest'
import { fittingChips } from './fitting-chips.ts'

test.each([
  [['Retail', 'Software'], 400, 2],
  [['Retail', 'Software', 'Media', 'Travel'], 160, 2],
  [['A very long label that fills the cell', 'B'], 100, 1],
  [[], 100, 0],
])('%j in %i px: %i', (labels, width, count) => {
  expect(fittingChips(labels, width)).toBe(count)
})
