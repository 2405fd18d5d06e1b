import type { DemoControls, DemoSwitches } from '#lib/demo-controls.ts'
import { Button } from '#ui/Button.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { showToast } from '#ui/toast.ts'
import { useState } from 'react'

import { readLatency } from './demo-form.ts'
import { DemoSwitchList } from './DemoSwitchList.tsx'

type Problems = Record<'latency' | 'fail' | 'switches', string | null>

/** Makes the demo slow or failing on purpose, in this tab. */
export function DemoFaultsForm({ controls }: { controls: DemoControls }) {
  const [latency, setLatency] = useState(() => String(controls.getSettings().latency))
  const [fail, setFail] = useState(() => controls.getSettings().fail)
  const [switches, setSwitches] = useState(() => controls.getSettings().switches)
  const [problems, setProblems] = useState<Problems>({ latency: null, fail: null, switches: null })

  /** Sets what it can; says in words what it can't. */
  function problemOf(change: Partial<DemoSwitches>): string | null {
    try {
      controls.setSwitches(change)
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  function apply() {
    const wait = readLatency(latency)
    const found: Problems = {
      latency: wait.ms === null ? wait.problem : problemOf({ latency: wait.ms }),
      fail: problemOf({ fail: fail.trim() }),
      switches: problemOf({ switches: switches.trim() }),
    }
    setProblems(found)
    if (Object.values(found).every((problem) => problem === null)) {
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
      <TextAreaField
        label="Switches of the server"
        rows={2}
        spellCheck={false}
        value={switches}
        error={problems.switches}
        onChange={(event) => setSwitches(event.target.value)}
        description={
          <>
            Separated by commas, for example <Rule text="slowMerge=3000" /> or <Rule text="emptyDeletes" />.
            Empty for the usual behaviour.
          </>
        }
      />
      <DemoSwitchList switches={controls.namedSwitches} />
      <Button type="submit" className="self-start">
        Apply
      </Button>
    </form>
  )
}

function Rule({ text }: { text: string }) {
  return <code className="rounded-sm bg-sunken px-1 font-mono whitespace-nowrap">{text}</code>
}
