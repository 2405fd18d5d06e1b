const GAP = 4
const PADDING = 14
const OVERFLOW = 28
const WIDEST = 160

/** How many chips fit side by side in `width` pixels, by an estimate of their text; at least one. */
export function fittingChips(labels: readonly string[], width: number): number {
  let used = 0
  for (const [index, label] of labels.entries()) {
    used += chipWidth(label) + (index > 0 ? GAP : 0)
    const reserved = index < labels.length - 1 ? GAP + OVERFLOW : 0
    if (used + reserved > width) return Math.max(index, 1)
  }
  return labels.length
}

function chipWidth(label: string): number {
  let width = PADDING
  // East Asian letters are about as wide as they are high.
  for (const letter of label) width += letter > '\u2e7f' ? 12 : 6.6
  return Math.min(width, WIDEST)
}
