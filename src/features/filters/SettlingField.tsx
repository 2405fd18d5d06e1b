import { useSettlingText } from '#lib/use-settling-text.ts'
import { TextField } from '#ui/TextField.tsx'
import type { ComponentProps } from 'react'

const SETTLE_MS = 200

/** A text box of a filter: tells its value when the typing pauses, or at once when it is left. */
export function SettlingField({
  value,
  onChange,
  read,
  problem,
  isNew = false,
  ...field
}: {
  label: string
  value: string
  onChange: (value: string) => void
  /** The value of a typed text; null when it is none. */
  read?: (text: string) => string | null
  /** What to say when a text is no value. */
  problem?: string
  /** Takes the focus: a person has just added the filter. */
  isNew?: boolean
  className?: string
} & Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'placeholder'>) {
  const { text, setText, isValid, settle } = useSettlingText({
    value,
    onChange,
    ms: SETTLE_MS,
    read: (typed) => (typed.trim() === '' || !read ? typed.trim() : read(typed.trim())),
  })
  return (
    <TextField
      {...field}
      labelHidden
      value={text}
      error={isValid ? null : problem}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- in a filter that a person has just added
      autoFocus={isNew}
      onChange={(event) => setText(event.target.value)}
      onBlur={settle}
    />
  )
}
