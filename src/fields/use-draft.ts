import { useRef, useState, type KeyboardEvent } from 'react'
import { SAVED, type SaveState } from './save-state.ts'

export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string }

export type Draft = {
  /** What the box shows: the typed text, what was refused, or the value. */
  text: string
  changed: boolean
  /** Why the typed text cannot be a value. */
  problem: string | null
  /** What the value has become while the person types; saving would replace it. */
  overtakenBy: string | null
  setText: (text: string) => void
  /** Ends the edit: saves a changed value, otherwise cancels. Takes the text where it is newer than the state. */
  commit: (text?: string) => void
  /** Keeps what was typed and says why it cannot be a value. */
  reject: (message: string) => void
  /** Escape: first puts the value back, then cancels. */
  restore: (event: KeyboardEvent) => void
}

/**
 * Text that is being typed in place of a value. It is kept until it is saved, put back or discarded; a save that
 * fails shows what was wanted again.
 */
export function useDraft<T>({
  value,
  save = SAVED,
  toText,
  parse,
  onCommit,
  onCancel,
}: {
  value: T
  save?: SaveState<T> | undefined
  toText: (value: T) => string
  parse: (text: string) => Parsed<T>
  onCommit: (next: T) => void
  onCancel?: (() => void) | undefined
}): Draft {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [began, setBegan] = useState<string | null>(null)
  const [sent, setSent] = useState<string | null>(null)

  const saved = toText(value)
  const refused = save.kind === 'failed' ? (save.wanted === undefined ? sent : toText(save.wanted)) : null
  const base = refused ?? saved
  const changed = typed !== null && typed !== base

  // Leaving the box follows Enter and Escape when the editor closes; the edit has ended by then.
  const ended = useRef(false)

  function cancel() {
    ended.current = true
    setTyped(null)
    setProblem(null)
    onCancel?.()
  }

  function commit(given?: string) {
    if (given === undefined && ended.current) return
    const text = given ?? typed ?? base
    if (text === base) return cancel()
    const parsed = parse(text)
    if (!parsed.ok) {
      setTyped(text)
      setProblem(parsed.message)
      return
    }
    if (save.kind === 'failed') save.discard()
    if (toText(parsed.value) === saved) return cancel()
    ended.current = true
    setTyped(null)
    setProblem(null)
    setSent(text)
    onCommit(parsed.value)
  }

  function restore(event: KeyboardEvent) {
    if (!changed && problem === null && !onCancel) return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }

  return {
    text: typed ?? base,
    changed,
    problem,
    overtakenBy: changed && began !== null && began !== saved ? saved : null,
    setText: (text) => {
      if (typed === null) setBegan(saved)
      ended.current = false
      setTyped(text)
      setProblem(null)
    },
    commit,
    reject: setProblem,
    restore,
  }
}
