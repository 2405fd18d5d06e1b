import { credentialKind } from '#data/session.ts'
import { Logo } from '#ui/Logo.tsx'
import { useId } from 'react'

import { GatewaySignIn } from './GatewaySignIn.tsx'
import { SessionPage } from './SessionPage.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The page in place of everything else while nobody is signed in. */
export function SignIn() {
  const id = useId()
  const isGateway = credentialKind() === 'gateway'
  return (
    <SessionPage>
      <Logo />
      <h1 id={id} className="pt-5 pb-1 text-xl font-semibold">
        Sign in to Leadlight
      </h1>
      <p className="pb-5 text-sm text-muted">With {isGateway ? '' : 'an API key of '}your Close account.</p>
      {isGateway ? <GatewaySignIn /> : <SignInForm labelledBy={id} />}
      <p className="mt-5 border-t border-line pt-3 text-xs text-pretty text-muted">
        {isGateway
          ? `Close asks you whether ${location.host} may act for you. Your password stays with Close, and no script of this page ever holds what Close answers.`
          : `This page sends your key to ${location.host} alone, which passes your requests on to Close. It never stands in an address, a cookie or a log of this page.`}
      </p>
    </SessionPage>
  )
}
