import { useState } from 'react'

import { MergeChoice } from './MergeChoice.tsx'
import { MergePlan } from './MergePlan.tsx'
import { MergeResult } from './MergeResult.tsx'
import type { MergeDone } from './merge-done.ts'

export type Pair = { source: string | null; destination: string | null }

/**
 * Merges two leads in the open: choose them, see what will be, confirm, and see it checked. `source` and
 * `destination` are owned by the address; `onChoose` changes it.
 */
export function MergeWizard({ source, destination, onChoose }: Pair & { onChoose: (pair: Pair) => void }) {
  const [done, setDone] = useState<MergeDone | null>(null)
  if (done) {
    return (
      <MergeResult
        done={done}
        onAgain={() => {
          setDone(null)
          onChoose({ source: null, destination: done.after.id })
        }}
      />
    )
  }
  const isSame = source !== null && source === destination
  return (
    <>
      <MergeChoice source={source} destination={destination} onChoose={onChoose} />
      {isSame && (
        <p role="alert" className="text-sm text-bad">
          A lead cannot be merged into itself. Choose another source or destination.
        </p>
      )}
      {source && destination && !isSame && (
        <MergePlan
          key={`${source} ${destination}`}
          sourceId={source}
          destinationId={destination}
          onSwap={() => onChoose({ source: destination, destination: source })}
          onDone={setDone}
        />
      )}
    </>
  )
}
