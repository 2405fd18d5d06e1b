import { useState } from 'react'

/**
 * Items by rank as they were first seen: an edit that changes an item's rank does not take it from under the hand.
 * What comes new stands on top.
 */
export function useSteadyOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  rankOf: (item: T) => number,
): T[] {
  const [order, setOrder] = useState<readonly string[]>(() =>
    items.toSorted((a, b) => rankOf(a) - rankOf(b)).map(keyOf),
  )
  const missing = items.map(keyOf).filter((key) => !order.includes(key))
  if (missing.length > 0) setOrder([...missing, ...order])
  return items.toSorted((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)))
}
