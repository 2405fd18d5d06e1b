import { Button } from '#ui/Button.tsx'
import { ArrowLeftRight } from 'lucide-react'

import { MergeSide } from './MergeSide.tsx'
import type { Pair } from './MergeWizard.tsx'
import { SameLeads } from './SameLeads.tsx'

/** Which lead is folded into which. */
export function MergeChoice({ source, destination, onChoose }: Pair & { onChoose: (pair: Pair) => void }) {
  const only = source && !destination ? source : destination && !source ? destination : null
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 md:grid-cols-[1fr_auto_1fr]">
        <MergeSide
          side="source"
          leadId={source}
          otherId={destination}
          onChoose={(id) => onChoose({ source: id, destination })}
        />
        <Button
          icon={<ArrowLeftRight />}
          className="self-center justify-self-center"
          disabledReason={source || destination ? null : 'Choose a lead first.'}
          onClick={() => onChoose({ source: destination, destination: source })}
        >
          Swap
        </Button>
        <MergeSide
          side="destination"
          leadId={destination}
          otherId={source}
          onChoose={(id) => onChoose({ source, destination: id })}
        />
      </div>
      {only && (
        <SameLeads
          leadId={only}
          onChoose={(id) => onChoose(source ? { source, destination: id } : { source: id, destination })}
        />
      )}
    </div>
  )
}
