import { retryEdit, sendWaiting } from '#data/lead-edits.ts'
import { ledger, retryOperation } from '#data/ledger.ts'
import { useLineFocus } from '#lib/use-line-focus.ts'
import { useOnline } from '#lib/use-online.ts'
import { isUnsettled } from '#model/operation.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useSelector } from '@tanstack/react-store'
import { RotateCw } from 'lucide-react'
import { useRef } from 'react'

import { QueueItem } from './QueueItem.tsx'

/** Every change that is not on the server, in words, with what can be done about each. */
export function QueuePanel({ onClose }: { onClose: () => void }) {
  const operations = useSelector(ledger, (now) => now.operations)
  const isOnline = useOnline()
  const done = useRef<HTMLButtonElement>(null)
  const { list, onFocus } = useLineFocus(done)
  const decide = operations.filter(isUnsettled)
  const waiting = operations.filter((one) => !isUnsettled(one))
  const refused = decide.filter(({ state }) => state.kind === 'failed')

  function retryAll() {
    for (const one of refused) {
      if (one.do === 'update') retryEdit(one)
      else retryOperation(one)
    }
    sendWaiting()
  }

  return (
    <Dialog
      title="Changes that are not saved yet"
      description={
        operations.length === 0
          ? 'All changes are saved.'
          : isOnline
            ? 'They are kept in this browser until Close has them.'
            : 'You are offline. They are kept in this browser and sent when you are back.'
      }
      onClose={onClose}
      footer={
        <>
          {refused.length + waiting.length > 0 && (
            <Button icon={<RotateCw />} onFocus={onFocus} onClick={retryAll}>
              Retry all
            </Button>
          )}
          <Button ref={done} variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {operations.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only watches where the focus is
        <div ref={list} onFocus={onFocus}>
          {[
            { name: 'Need you', items: decide },
            { name: 'Waiting', items: waiting },
          ].map(
            ({ name, items }) =>
              items.length > 0 && (
                <section key={name} className="pb-3">
                  <h3 className="pb-1 text-xs font-medium text-muted">{name}</h3>
                  <ul className="divide-y divide-line">
                    {items.map((operation) => (
                      <QueueItem
                        key={operation.id}
                        operation={operation}
                        isOnline={isOnline}
                        onLeave={onClose}
                      />
                    ))}
                  </ul>
                </section>
              ),
          )}
          <p className="pb-1 text-xs text-pretty text-muted">
            Before a value is set it is compared with what is there now. A moment remains between the two; if
            it overwrites somebody’s change, you are told and can restore theirs.
          </p>
        </div>
      )}
    </Dialog>
  )
}
