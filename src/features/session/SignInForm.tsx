import { signIn, type SignIn } from '#data/sign-in.ts'
import { describeFailure } from '#model/failure.ts'
import { userName } from '#model/organization.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useRef, useState, type SubmitEvent } from 'react'

/** Asks for an API key and signs in with it. What was typed stays until it is accepted. */
export function SignInForm({ labelledBy }: { labelledBy?: string }) {
  const [key, setKey] = useState('')
  const [keep, setKeep] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SignIn | { kind: 'empty' } | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const error = outcome && keyError(outcome)

  async function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isBusy) return
    const typed = key.trim()
    setBusy(typed !== '')
    const next = typed === '' ? ({ kind: 'empty' } as const) : await signIn(typed, { keep })
    setBusy(false)
    setOutcome(next)
    if (keyError(next)) box.current?.focus()
  }

  return (
    <form
      aria-labelledby={labelledBy}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4"
    >
      {/* Without a name, so that no browser ever puts it into an address. */}
      <TextField
        ref={box}
        label="API key"
        type="password"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing else to do here
        autoFocus
        value={key}
        onChange={(event) => {
          setKey(event.target.value)
          if (error) setOutcome(null)
        }}
        error={error}
        description="In Close: Settings, Developer, API Keys. It starts with “api_”."
      />
      <Checkbox
        label="Keep me signed in on this tab"
        description="Otherwise a reload asks for the key again. Closing the tab forgets it either way."
        checked={keep}
        onChange={(event) => setKeep(event.target.checked)}
      />
      {outcome?.kind === 'failed' && (
        <Banner tone="bad" live>
          {describeFailure(outcome.failure)} Your key is still here.
        </Banner>
      )}
      <Button type="submit" variant="primary" busy={isBusy}>
        {outcome?.kind === 'failed' ? 'Try again' : 'Sign in'}
      </Button>
    </form>
  )
}

function keyError(outcome: SignIn | { kind: 'empty' }): string | null {
  switch (outcome.kind) {
    case 'empty':
      return 'Paste your API key here.'
    case 'wrong':
      return 'Close does not accept this key. Check that it is whole and has not been deleted.'
    case 'other-person':
      return `This is the key of ${userName(outcome.me)}, and the work on this page is not theirs. Use your own key, or sign out first.`
    case 'failed':
    case 'done':
      return null
  }
}
