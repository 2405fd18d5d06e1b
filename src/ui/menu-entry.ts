import type { ReactNode } from 'react'

/** One line of a menu. */
export type MenuItem = {
  id: string
  label: string
  icon?: ReactNode
  /** A key that does the same, e.g. "Mod+D". Shown only. */
  shortcut?: string | undefined
  tone?: 'normal' | 'danger' | undefined
  /** Why it cannot be chosen now; shown under the label. */
  disabledReason?: string | null | undefined
  /** For a choice that is on or off. */
  checked?: boolean | undefined
  /** Makes it a link. */
  href?: string | undefined
  onAction?: (() => void) | undefined
}

export type MenuEntry = MenuItem | 'separator'
