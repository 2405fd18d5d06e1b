import { dropOperations, retryOperation } from '#data/ledger.ts'
import { useObjectOperations } from '#data/use-children.ts'
import { useStalled } from '#data/use-stalled.ts'
import { Refusal } from '#fields/Refusal.tsx'
import { describeFailure } from '#model/failure.ts'
import { CloudOff } from 'lucide-react'

/** Under something below a lead: that it waits to be made on the server, or why it is still there. */
export function ObjectNote({ id, noun }: { id: string; noun: string }) {
  const operations = useObjectOperations(id)
  const creation = operations.find((one) => one.do === 'create')
  const deletion = operations.find((one) => one.do === 'delete' && one.state.kind === 'failed')
  const stalled = useStalled()
  if (deletion?.state.kind === 'failed') {
    return (
      <Refusal
        message={`The ${noun} was not deleted. ${describeFailure(deletion.state.failure)}`}
        onRetry={() => retryOperation(deletion)}
        onDiscard={() => dropOperations([deletion.id])}
        discardLabel="Keep it"
      />
    )
  }
  if (creation?.state.kind !== 'waiting' || !stalled) return null
  return (
    <p
      role="status"
      data-tooltip={describeFailure(stalled)}
      className="flex items-center gap-1 px-2 pb-1 text-xs text-muted"
    >
      <CloudOff aria-hidden className="size-3.5 shrink-0" />
      Waits to be sent
    </p>
  )
}
