import { askToSignOut, credentialKind } from '#data/session.ts'
import { signOut } from '#data/sign-out.ts'
import { useUnsent } from '#data/use-unsent.ts'
import { describeFailure } from '#model/failure.ts'
import { unsentText } from '#model/unsent-text.ts'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** Asks before signing out, and says what would be lost. */
export function SignOut() {
  const client = useQueryClient()
  const unsent = unsentText(useUnsent())
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function confirm() {
    setBusy(true)
    const failure = await signOut(client)
    setBusy(false)
    setError(failure && `You are still signed in. ${describeFailure(failure)}`)
  }

  return (
    <ConfirmDialog
      title="Sign out?"
      confirmLabel="Sign out"
      busy={isBusy}
      error={error}
      onCancel={() => askToSignOut(false)}
      onConfirm={() => void confirm()}
    >
      {unsent && <strong className="font-medium text-bad">{unsent} and would be lost. </strong>}
      Your {credentialKind() === 'gateway' ? 'sign-in' : 'key'}, drafts and everything read from Close leave
      this browser, in all its tabs.
    </ConfirmDialog>
  )
}
