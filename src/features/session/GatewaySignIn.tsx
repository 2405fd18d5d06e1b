import { signInBeside, signInHere, type SignIn } from '#data/sign-in.ts'
import { describeFailure } from '#model/failure.ts'
import { userName } from '#model/organization.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Link } from '#ui/Link.tsx'
import { useState } from 'react'

import { useGatewayReturn } from './use-gateway-return.ts'

/**
 * Leads to the sign-in at Close that the gateway offers: in this window or, where there is work on the page,
 * `beside` it, in a window of its own.
 */
export function GatewaySignIn({ beside = false }: { beside?: boolean }) {
  const outcome = useGatewayReturn({ atOnce: beside })
  const [step, setStep] = useState<'ready' | 'leaving' | 'beside' | 'blocked'>('ready')

  function go() {
    if (beside) {
      const opened = window.open(signInBeside(), '_blank', 'popup,width=560,height=760')
      setStep(opened ? 'beside' : 'blocked')
    } else {
      setStep('leaving')
      location.assign(signInHere())
    }
  }

  return (
    <div className="flex flex-col gap-4">
      {outcome && <Outcome {...outcome} />}
      {step === 'blocked' && (
        <Banner tone="warn" live>
          Your browser blocked the window.{' '}
          <Link external href={signInBeside()}>
            Open the sign-in page
          </Link>
        </Banner>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else to do here */}
      <Button variant="primary" autoFocus busy={step === 'leaving'} onClick={go}>
        Sign in with Close
      </Button>
      {step === 'beside' && !outcome && (
        <p role="status" className="text-xs text-pretty text-muted">
          Go on in the window that opened; this page follows by itself.
        </p>
      )}
    </div>
  )
}

function Outcome(outcome: SignIn) {
  switch (outcome.kind) {
    case 'other-person':
      return (
        <Banner tone="bad" live>
          {userName(outcome.me)} is signed in now, and the work on this page is not theirs. Change to your own
          account at Close and sign in again, or sign out first.
        </Banner>
      )
    case 'failed':
      return (
        <Banner tone="bad" live>
          {describeFailure(outcome.failure)}
        </Banner>
      )
    case 'wrong':
    case 'done':
      return null
  }
}
