import type { DemoControls } from '#lib/demo-controls.ts'
import { Button } from '#ui/Button.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { showToast } from '#ui/toast.ts'
import { useState } from 'react'

import { readLatency } from './demo-form.ts'

/** Makes the demo slow or failing on purpose, in this tab. */
export function DemoFaultsForm({ controls }: { controls: DemoControls }) {
  const [latency, setLatency] = useState(() => String(controls.getSettings().latency))
  const [fail, setFail] = useState(() => controls.getSettings().fail)
  const [problems, setProblems] = useState<{ latency: string | null; fail: string | null }>({
    latency: null,
    fail: null,
  })

  function apply() {
    const wait = readLatency(latency)
    let wrongRule: string | null = null
    try {
      controls.setSwitches({ fail: fail.trim() })
    } catch (error) {
      wrongRule = error instanceof Error ? error.message : String(error)
    }
    if (wait.ms !== null) controls.setSwitches({ latency: wait.ms })
    setProblems({ latency: wait.problem, fail: wrongRule })
    if (!wait.problem && !wrongRule) {
      showToast({ kind: 'good', message: 'Applies from the next request on.', key: 'demo-switches' })
    }
  }

  return (
    <form
      aria-label="Trouble on purpose"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextField
        label="Latency in milliseconds"
        inputMode="numeric"
        className="max-w-46"
        value={latency}
        error={problems.latency}
        onChange={(event) => setLatency(event.target.value)}
      />
      <TextAreaField
        label="Requests that fail"
        rows={2}
        spellCheck={false}
        value={fail}
        error={problems.fail}
        onChange={(event) => setFail(event.target.value)}
        description={
          <>
            Rules separated by commas: method, path and status, with * for anything and @2 for “only the
            second one”. For example <Rule text="PUT /lead/* 500@1" />, <Rule text="* /me/ network" /> or{' '}
            <Rule text="GET /lead/* 429" />. Empty for no failures.
          </>
        }
      />
      <Button type="submit" className="self-start">
        Apply
      </Button>
    </form>
  )
}

function Rule({ text }: { text: string }) {
  return <code className="rounded-sm bg-sunken px-1 font-mono whitespace-nowrap">{text}</code>
}
