import { askToSignOut, credentialKind, putOffSignIn } from '#data/session.ts'
import { useUnsent } from '#data/use-unsent.ts'
import { unsentText } from '#model/unsent-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'

import { GatewaySignIn } from './GatewaySignIn.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Over the page of a person whose sign-in ended. Closing it leaves everything waiting. */
export function SignInAgain() {
  const unsent = unsentText(useUnsent())
  const isGateway = credentialKind() === 'gateway'
  const what = isGateway
    ? 'Your sign-in at Close has ended.'
    : 'Close no longer accepts the key of this page.'
  return (
    <Dialog
      title="Sign in again"
      description={`${what} Everything is as you left it. ${
        unsent ? `${unsent} and will be sent as soon as you are back.` : ''
      }`}
      size="sm"
      dismissable={false}
      onClose={() => putOffSignIn(true)}
    >
      <div className="pb-2">
        {isGateway ? <GatewaySignIn beside /> : <SignInForm />}
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
