import { focusBefore } from '#lib/focus-before.ts'
import { Button } from '#ui/Button.tsx'
import type { ReactNode } from 'react'

/** A button that its note goes with: pressed by key, it leaves the focus at what the note stands under. */
export function NoteButton({
  onPress,
  isQuiet = false,
  tooltip,
  children,
}: {
  onPress: () => void
  isQuiet?: boolean | undefined
  tooltip?: string | undefined
  children: ReactNode
}) {
  return (
    <Button
      size="sm"
      variant={isQuiet ? 'ghost' : 'secondary'}
      data-tooltip={tooltip}
      aria-description={tooltip}
      onClick={({ currentTarget, detail }) => {
        // A finger on it wants no keyboard on the screen.
        if (detail === 0)
          focusBefore(currentTarget.closest('[role="alert"], [role="status"]') ?? currentTarget)
        onPress()
      }}
    >
      {children}
    </Button>
  )
}
