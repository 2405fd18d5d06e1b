import type { ReactNode } from 'react'

/** One choice of a combo box or select. */
export type Option = {
  id: string
  label: string
  /** A second, quieter text that is searched too. */
  description?: string | undefined
  /** Before the label: a dot, an avatar. */
  icon?: ReactNode
  /** The heading it stands under; options of one group follow each other. */
  group?: string | undefined
  /** Why it can no longer be chosen: it shows only where it is the value. `isWrong` when it should be changed. */
  retired?: { why: string; isWrong: boolean } | undefined
}

/** Options for plain texts, each its own id. */
export function textOptions(texts: readonly string[]): Option[] {
  return texts.map((text) => ({ id: text, label: text }))
}
