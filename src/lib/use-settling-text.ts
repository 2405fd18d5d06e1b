import { useEffect, useRef, useState } from 'react'

/**
 * The text of a box whose value belongs elsewhere (the address) and is told there when the typing pauses. A value
 * that changes from outside replaces the text; one that only comes back does not, so nothing typed is lost.
 * `read` turns a text into a value, null when it is none.
 */
export function useSettlingText({
  value,
  onChange,
  ms,
  read = (text) => text,
}: {
  value: string
  onChange: (value: string) => void
  ms: number
  read?: ((text: string) => string | null) | undefined
}): {
  text: string
  setText: (text: string) => void
  /** Whether the text is a value. */
  isValid: boolean
  /** Tells at once what has not been told yet. */
  settle: () => void
} {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })

  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])

  const next = read(text)
  useEffect(() => {
    if (next === null || next === told.current) return
    const timer = setTimeout(() => {
      told.current = next
      tell.current(next)
    }, ms)
    return () => clearTimeout(timer)
  }, [next, ms])

  return {
    text,
    setText,
    isValid: next !== null,
    settle: () => {
      if (next === null || next === told.current) return
      told.current = next
      tell.current(next)
    },
  }
}
