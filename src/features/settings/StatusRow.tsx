import { useRenameLeadStatus } from '#data/settings-queries.ts'
import { StatusLabel } from '#fields/StatusLabel.tsx'
import type { LeadStatus } from '#model/organization.ts'
import { Chip } from '#ui/Chip.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import { failureText } from './failure-text.ts'
import { RenameStatus } from './RenameStatus.tsx'
import { ReorderRow } from './ReorderRow.tsx'
import type { Reorder } from './use-reorder.ts'

type Rename =
  { kind: 'none' } | { kind: 'open'; draft: string; error: string | null } | { kind: 'saving'; draft: string }

/** One status in the list. A new name shows at once; when it is refused the box opens again with it. */
export function StatusRow({
  status,
  otherNames,
  index,
  count,
  reorder,
}: {
  status: LeadStatus
  otherNames: readonly string[]
  index: number
  count: number
  reorder: Reorder
}) {
  const rename = useRenameLeadStatus()
  const [state, setState] = useState<Rename>({ kind: 'none' })
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = state.kind === 'open'
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // The box that had the focus is gone: back to the button that opened it.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])

  async function save(draft: string) {
    const label = draft.trim()
    if (label === status.label) return setState({ kind: 'none' })
    setState({ kind: 'saving', draft: label })
    try {
      await rename.mutateAsync({ id: status.id, label })
      setState({ kind: 'none' })
    } catch (error) {
      setState({ kind: 'open', draft, error: failureText(error) })
    }
  }

  if (state.kind === 'open') {
    return (
      <li className="border-t border-line p-2 first:border-t-0">
        <RenameStatus
          label={status.label}
          initial={state.draft}
          refused={state.error}
          otherNames={otherNames}
          onSave={(draft) => void save(draft)}
          onCancel={() => setState({ kind: 'none' })}
        />
      </li>
    )
  }
  const shown = state.kind === 'saving' ? state.draft : status.label
  return (
    <ReorderRow
      id={status.id}
      name={shown}
      index={index}
      count={count}
      reorder={reorder}
      actions={
        <IconButton
          ref={button}
          label={`Rename ${shown}`}
          icon={<Pencil />}
          busy={state.kind === 'saving'}
          onClick={() => setState({ kind: 'open', draft: status.label, error: null })}
        />
      }
    >
      <div className="flex min-w-0 items-center gap-2">
        <StatusLabel label={shown} />
        {index === 0 && <Chip label="Default" tone="accent" title="New leads get it" />}
      </div>
    </ReorderRow>
  )
}
