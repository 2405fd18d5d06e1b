import { dropOperations, retryOperation } from '#data/ledger.ts'
import { Refusal } from '#fields/Refusal.tsx'
import { describeFailure } from '#model/failure.ts'
import type { Creation } from '#model/operation.ts'

/** What was to be made and was refused: what it was, why, and ways on. Nothing that was typed is lost. */
export function RefusedCreations({
  creations,
  onEdit,
}: {
  creations: readonly Creation[]
  onEdit: (creation: Creation) => void
}) {
  return creations.map((creation) => (
    <Refusal
      key={creation.id}
      message={`${creation.about.object} was not saved. ${
        creation.state.kind === 'failed' ? describeFailure(creation.state.failure) : ''
      }`}
      onEdit={() => onEdit(creation)}
      onRetry={() => retryOperation(creation)}
      onDiscard={() => dropOperations([creation.id])}
    />
  ))
}
