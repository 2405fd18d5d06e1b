import { retryEdit } from '#data/lead-edits.ts'
import { dropOperations, retryOperation } from '#data/ledger.ts'
import { useObjectOperations } from '#data/use-children.ts'
import { Refusal } from '#fields/Refusal.tsx'
import { describeFailure } from '#model/failure.ts'
import { isUnsettled, type Operation, type Update } from '#model/operation.ts'
import { CloudOff } from 'lucide-react'

import { conflictLines, isFormEdit } from './contact-refusal.ts'

/**
 * Under a contact: that it waits to be sent, what was refused of its form, its move and its removal, and what
 * others changed meanwhile.
 */
export function ContactRefusals({
  contactId,
  name,
  onEdit,
}: {
  contactId: string
  name: string
  /** Opens the form with what was wanted. */
  onEdit: (edit: Update) => void
}) {
  const operations = useObjectOperations(contactId).filter((one) => one.do !== 'update' || isFormEdit(one))
  const isWaiting = operations.some(({ state }) => state.kind === 'waiting' && state.stalled)
  return (
    <>
      {isWaiting && (
        <p role="status" className="flex items-center gap-1 pl-8 text-xs text-muted">
          <CloudOff aria-hidden className="size-3.5 shrink-0" />
          Waits to be sent
        </p>
      )}
      {operations.filter(isUnsettled).map((operation) => (
        <ContactRefusal key={operation.id} {...{ operation, name, onEdit }} />
      ))}
    </>
  )
}

function ContactRefusal({
  operation,
  name,
  onEdit,
}: {
  operation: Operation
  name: string
  onEdit: (edit: Update) => void
}) {
  const discard = () => dropOperations([operation.id])
  const why = operation.state.kind === 'failed' ? describeFailure(operation.state.failure) : ''
  if (operation.do !== 'update') {
    return (
      <Refusal
        message={`${name} was not removed. ${why}`}
        onRetry={() => retryOperation(operation)}
        onDiscard={discard}
        discardLabel="Keep contact"
      />
    )
  }
  const retry = () => retryEdit(operation)
  if (operation.state.kind === 'conflict') {
    return (
      <Refusal
        message={`Somebody else changed ${name} meanwhile.`}
        onRetry={retry}
        retryLabel="Keep mine"
        onDiscard={discard}
        discardLabel="Keep theirs"
      >
        <dl className="flex basis-full flex-col gap-0.5 pb-1 text-text">
          {conflictLines(operation).map(({ label, mine, theirs }) => (
            <div key={label} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 wrap-break-word">
                mine: {mine || 'empty'} · theirs: {theirs || 'empty'}
              </dd>
            </div>
          ))}
        </dl>
      </Refusal>
    )
  }
  const isMove = 'lead_id' in operation.patch
  return (
    <Refusal
      message={isMove ? `${name} was not moved. ${why}` : `The changes to ${name} were not saved. ${why}`}
      onEdit={isMove ? undefined : () => onEdit(operation)}
      onRetry={retry}
      onDiscard={discard}
    />
  )
}
