import { replaceEqualDeep } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * The same value, in which the parts that have not changed are the very objects of the last drawing, so that
 * what shows them need not draw again.
 */
export function useShared<T>(value: T): T {
  const [last, setLast] = useState<T>(value)
  const shared: T = replaceEqualDeep(last, value)
  if (shared !== last) setLast(shared)
  return shared
}
