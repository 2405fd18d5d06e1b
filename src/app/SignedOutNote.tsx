import { putOffSignIn } from '#data/session.ts'
import { Button } from '#ui/Button.tsx'
import { KeyRound } from 'lucide-react'

/** Says that nothing is saved for now, and leads back to the sign-in that was put off. */
export function SignedOutNote() {
  return (
    <div className="flex items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-1 text-xs text-warn">
      <KeyRound aria-hidden className="size-3.5 shrink-0" />
      You are signed out. Changes wait until you sign in again.
      <Button size="sm" onClick={() => putOffSignIn(false)}>
        Sign in again
      </Button>
    </div>
  )
}
