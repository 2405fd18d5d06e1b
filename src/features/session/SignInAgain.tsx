import { askToSignOut, putOffSignIn } from '#data/session.ts'
import { useUnsent } from '#data/use-unsent.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

import { SignInForm } from './SignInForm.tsx'
import { unsentText } from './unsent-text.ts'

/** Over the page of a person whose key stopped working. Closing it leaves everything waiting. */
export function SignInAgain() {
  const unsent = unsentText(useUnsent())
  return (
    <Dialog
      title="Sign in again"
      description={`Close no longer accepts the key of this page. Everything is as you left it. ${
        unsent ? `${unsent} and will be sent as soon as you are back.` : ''
      }`}
      size="sm"
      dismissable={false}
      onClose={() => putOffSignIn(true)}
    >
      <div className="pb-2">
        <SignInForm />
        <p className="pt-4 text-xs text-muted">
          Not you?{' '}
          <Button size="sm" variant="ghost" onClick={() => askToSignOut(true)}>
            Sign out
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
