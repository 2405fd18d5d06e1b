import type { ReactNode } from 'react'

/** One choice of a combo box or select. */
export type Option = {
  id: string
  label: string
  /** A second, quieter text that is searched too. */
  description?: string | undefined
  /** Before the label: a dot, an avatar. */
  icon?: ReactNode
}

/** Options for plain texts, each its own id. */
export function textOptions(texts: readonly string[]): Option[] {
  return texts.map((text) => ({ id: text, label: text }))
}
