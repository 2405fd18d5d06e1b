import type { DemoControls, DemoDataSet } from '#lib/demo-controls.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useState } from 'react'

import { ChoiceCards } from './ChoiceCards.tsx'
import { LEAD_PRESETS, readDataSet, readWhole, MAX_LEADS } from './demo-form.ts'

/** Chooses the size and the seed of the demo's data set and loads it. */
export function DemoDataSetForm({ controls, settings }: { controls: DemoControls; settings: DemoDataSet }) {
  const [leads, setLeads] = useState(String(settings.leads))
  const [seed, setSeed] = useState(String(settings.seed))
  const [isLoading, setIsLoading] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [checked, setChecked] = useState(false)
  const read = readDataSet(leads, seed)
  const wrong = checked && read.kind === 'wrong' ? read : null
  const isSame =
    read.kind === 'ok' && read.dataSet.leads === settings.leads && read.dataSet.seed === settings.seed
  const preset = LEAD_PRESETS.find((count) => count === readWhole(leads, MAX_LEADS))

  async function load() {
    setChecked(true)
    setFailure(null)
    if (read.kind === 'wrong') return
    setIsLoading(true)
    try {
      await controls.changeDataSet(read.dataSet)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
    setIsLoading(false)
  }

  return (
    <form
      aria-label="Data set"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void load()
      }}
    >
      <ChoiceCards
        label="Number of leads"
        value={preset === undefined ? null : (String(preset) as `${typeof preset}`)}
        onChange={setLeads}
        choices={LEAD_PRESETS.map((count) => ({
          id: String(count) as `${typeof count}`,
          label: count.toLocaleString('en-US'),
        }))}
      />
      <div className="grid max-w-96 grid-cols-2 gap-3">
        <TextField
          label="Exact number"
          inputMode="numeric"
          value={leads}
          error={wrong?.leads}
          onChange={(event) => setLeads(event.target.value)}
        />
        <TextField
          label="Seed"
          inputMode="numeric"
          value={seed}
          error={wrong?.seed}
          onChange={(event) => setSeed(event.target.value)}
        />
      </div>
      {failure && (
        <Banner tone="bad" live>
          The data set could not be loaded. {failure}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          busy={isLoading}
          disabledReason={isSame ? 'This data set is the one that is loaded.' : null}
        >
          {isLoading ? 'Loading the data set…' : 'Load data set'}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-xs text-pretty text-faint">
          Each size and seed is a data set of its own, with its own changes: what you did in this one is there
          when you come back.
        </p>
      </div>
    </form>
  )
}
