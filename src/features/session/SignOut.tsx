import { askToSignOut } from '#data/session.ts'
import { signOut } from '#data/sign-out.ts'
import { useUnsent } from '#data/use-unsent.ts'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { unsentText } from './unsent-text.ts'

/** Asks before signing out, and says what would be lost. */
export function SignOut() {
  const client = useQueryClient()
  const unsent = unsentText(useUnsent())
  const [isBusy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title="Sign out?"
      confirmLabel="Sign out"
      busy={isBusy}
      onCancel={() => askToSignOut(false)}
      onConfirm={() => {
        setBusy(true)
        void signOut(client)
      }}
    >
      {unsent && <strong className="font-medium text-bad">{unsent} and would be lost. </strong>}
      Your key, drafts and everything read from Close leave this browser, in all its tabs.
    </ConfirmDialog>
  )
}
