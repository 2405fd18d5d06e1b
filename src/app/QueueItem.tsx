import { discardOperation } from '#data/discard.ts'
import { retryEdit, sendWaiting } from '#data/lead-edits.ts'
import { retryOperation } from '#data/ledger.ts'
import { agoText } from '#fields/ago-text.ts'
import { ConflictValues } from '#fields/ConflictValues.tsx'
import { RouteLink } from '#lib/navigation.ts'
import { useMinute } from '#lib/use-minute.ts'
import { describeFailure } from '#model/failure.ts'
import type { Operation } from '#model/operation.ts'
import { leadPath } from '#model/paths.ts'
import { Button } from '#ui/Button.tsx'
import { linkClass } from '#ui/link-class.ts'
import { useQueryClient } from '@tanstack/react-query'

import { goToOperation } from './go-to-operation.ts'
import { labelOfField, operationSentence, textOfValue } from './operation-text.ts'

/** One change that is not saved: what, since when, why, and the ways on. */
export function QueueItem({
  operation,
  isOnline,
  onLeave,
}: {
  operation: Operation
  isOnline: boolean
  /** The person goes to a lead. */
  onLeave: () => void
}) {
  const client = useQueryClient()
  const now = useMinute()
  const { about, leadId, state, object } = operation
  const conflict =
    operation.do === 'update' && state.kind === 'conflict'
      ? Object.keys(state.theirs).map((field) => ({
          field,
          mine: operation.patch[field],
          theirs: state.theirs[field],
          base: operation.base[field],
        }))
      : []
  const isDecided = state.kind === 'waiting' || state.kind === 'sending'

  function retry() {
    if (operation.do === 'update') retryEdit(operation)
    else if (state.kind === 'waiting') sendWaiting()
    else retryOperation(operation)
  }

  return (
    <li data-line={operation.id} className="flex flex-col gap-1 py-2">
      <p className="wrap-break-word">{operationSentence(client, operation)}</p>
      <p className="text-xs wrap-break-word text-muted">
        <RouteLink to={leadPath(leadId)} onClick={onLeave} className={linkClass}>
          {about.lead}
        </RouteLink>
        {' · '}
        {agoText(new Date(operation.at).toISOString(), now)}
        {' · '}
        <span className={isDecided ? undefined : 'text-bad'}>{stateText(operation, isOnline)}</span>
      </p>
      {conflict.map(({ field, ...values }) => (
        <div key={field} className="text-xs">
          {conflict.length > 1 && <p className="pt-1">{labelOfField(client, object, field)}</p>}
          <ConflictValues {...values} valueText={(value) => textOfValue(client, object, field, value)} />
        </div>
      ))}
      <div className="flex flex-wrap gap-1">
        <Button size="sm" disabledReason={state.kind === 'sending' ? SENDING : null} onClick={retry}>
          {state.kind === 'conflict' ? 'Keep mine' : 'Retry'}
        </Button>
        {!isDecided && (
          <Button
            size="sm"
            onClick={() => {
              onLeave()
              goToOperation(operation)
            }}
          >
            Edit
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          disabledReason={state.kind === 'sending' ? SENDING : null}
          onClick={() => discardOperation(client, operation)}
        >
          {state.kind === 'conflict' ? 'Keep theirs' : 'Discard'}
        </Button>
      </div>
    </li>
  )
}

const SENDING = 'It is being sent at this moment.'

function stateText({ state, tries }: Operation, isOnline: boolean): string {
  switch (state.kind) {
    case 'sending':
      return 'Sending'
    case 'failed':
      return `Not saved. ${describeFailure(state.failure)}`
    case 'conflict':
      return 'Somebody else changed it meanwhile'
    case 'waiting': {
      const perhaps = tries > 0 ? ' It may have arrived; that is checked first.' : ''
      if (!isOnline) return `Waiting for the network.${perhaps}`
      return state.stalled ? `Waiting. ${describeFailure(state.stalled)}${perhaps}` : 'Waiting for its turn'
    }
  }
}
