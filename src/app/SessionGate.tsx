import { useSession } from '#data/use-session.ts'
import { lazy, type ReactNode } from 'react'

import { Region } from './Region.tsx'

const SignIn = lazy(() => import('#features/session/SignIn.tsx').then((m) => ({ default: m.SignIn })))
const SignInAgain = lazy(() =>
  import('#features/session/SignInAgain.tsx').then((m) => ({ default: m.SignInAgain })),
)
const ChooseOrganization = lazy(() =>
  import('#features/session/ChooseOrganization.tsx').then((m) => ({ default: m.ChooseOrganization })),
)
const SignOut = lazy(() => import('#features/session/SignOut.tsx').then((m) => ({ default: m.SignOut })))
const SignedOutNote = lazy(() => import('./SignedOutNote.tsx').then((m) => ({ default: m.SignedOutNote })))

/** The app while somebody is signed in, as far as is known; else what asks them to. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { phase, me, isPutOff, isLeaving } = useSession()
  if (phase === 'signed-out') {
    return (
      <Region name="The sign-in page">
        <SignIn />
      </Region>
    )
  }
  if (phase === 'choosing' && me) {
    return (
      <Region name="The choice of an organisation">
        <ChooseOrganization me={me} />
      </Region>
    )
  }
  return (
    <>
      {children}
      {phase === 'expired' && !isPutOff && !isLeaving && (
        <Region name="The way to sign in">
          <SignInAgain />
        </Region>
      )}
      {isLeaving && (
        <Region name="The way to sign out">
          <SignOut />
        </Region>
      )}
    </>
  )
}

/** A line above the page of a person who put signing in again off. */
export function SignedOutBanner() {
  const { phase, isPutOff } = useSession()
  return (
    <div role="status">
      {phase === 'expired' && isPutOff && (
        <Region name="The way to sign in">
          <SignedOutNote />
        </Region>
      )}
    </div>
  )
}
