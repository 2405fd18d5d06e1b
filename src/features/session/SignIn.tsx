import { Logo } from '#ui/Logo.tsx'
import { useId } from 'react'

import { SessionPage } from './SessionPage.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The page in place of everything else while nobody is signed in. */
export function SignIn() {
  const id = useId()
  return (
    <SessionPage>
      <Logo />
      <h1 id={id} className="pt-5 pb-1 text-xl font-semibold">
        Sign in to Leadlight
      </h1>
      <p className="pb-5 text-sm text-muted">With an API key of your Close account.</p>
      <SignInForm labelledBy={id} />
      <p className="mt-5 border-t border-line pt-3 text-xs text-pretty text-muted">
        This page sends your key to {location.host} alone, which passes your requests on to Close. It never
        stands in an address, a cookie or a log of this page.
      </p>
    </SessionPage>
  )
}
