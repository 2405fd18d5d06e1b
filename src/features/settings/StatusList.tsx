import { useOrderLeadStatuses } from '#data/settings-queries.ts'
import type { LeadStatus } from '#model/organization.ts'
import { showToast } from '#ui/toast.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { useRef, useState } from 'react'

import { failureText } from './failure-text.ts'
import { StatusRow } from './StatusRow.tsx'
import { useReorder } from './use-reorder.ts'

/** The statuses to rename and to put in order; says so when another one becomes the default. */
export function StatusList({
  organizationId,
  statuses,
}: {
  organizationId: string
  statuses: readonly LeadStatus[]
}) {
  const order = useOrderLeadStatuses(organizationId)
  const [said, setSaid] = useState('')
  const turn = useRef(0)
  const ids = statuses.map(({ id }) => id)
  const labelOf = (id: string | undefined) => statuses.find((status) => status.id === id)?.label ?? ''

  async function save(next: readonly string[], before: readonly string[]) {
    const isNewDefault = next[0] !== before[0]
    const mine = ++turn.current
    try {
      await order.mutateAsync(next)
    } catch (error) {
      if (mine !== turn.current) return // a later order holds this one
      setSaid('')
      showToast({
        kind: 'bad',
        message: `The new order of the statuses was not saved and was put back. ${failureText(error)}`,
        key: 'status-order',
      })
      return
    }
    if (!isNewDefault) return
    showToast({
      kind: 'info',
      message: `New leads now get the status “${labelOf(next[0])}” instead of “${labelOf(before[0])}”.`,
      action: { label: 'Undo', onAction: () => void save(before, next) },
      key: 'status-order',
    })
  }

  const reorder = useReorder(ids, (next, { id, to }) => {
    setSaid(`${labelOf(id)} is now number ${to + 1} of ${next.length}.`)
    void save(next, ids)
  })

  return (
    <>
      {statuses.length === 0 ? (
        <p className="rounded-lg border border-line bg-surface p-4 text-muted">
          There are no statuses yet. Add the first one below.
        </p>
      ) : (
        <ol aria-label="Statuses" className="rounded-lg border border-line bg-surface">
          {statuses.map((status, index) => (
            <StatusRow
              key={status.id}
              status={status}
              otherNames={statuses.filter(({ id }) => id !== status.id).map(({ label }) => label)}
              index={index}
              count={statuses.length}
              reorder={reorder}
            />
          ))}
        </ol>
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </>
  )
}
