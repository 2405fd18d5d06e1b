import type { EditorProps } from '#fields/editor-props.ts'
import { SaveNote } from '#fields/SaveNote.tsx'
import type { Pipeline } from '#model/organization.ts'
import { Select } from '#ui/Select.tsx'
import { CircleCheck, CircleDot, CircleX } from 'lucide-react'

import { statusType } from './opportunity-status.ts'

/** An opportunity's status, by id, under its pipeline. One that no longer exists shows as `valueLabel`. */
export function OpportunityStatusSelect({
  label,
  pipelines,
  value,
  valueLabel,
  valueType,
  save,
  onCommit,
  boxed = false,
  disabledReason,
  describedBy,
}: Omit<EditorProps<string | null>, 'onCommit'> & {
  pipelines: readonly Pipeline[]
  valueLabel?: string | null | undefined
  valueType?: string | null | undefined
  onCommit: (statusId: string) => void
  /** The id of what is said about it elsewhere. */
  describedBy?: string | undefined
}) {
  const failed = save?.kind === 'failed' ? save : null
  const shown = failed?.wanted === undefined ? value : failed.wanted
  const options = pipelines.flatMap((pipeline) =>
    pipeline.statuses.map((status) => ({
      id: status.id,
      label: status.label,
      icon: <StatusTypeIcon type={status.type} />,
      group: pipelines.length > 1 ? pipeline.name : undefined,
    })),
  )
  const isKnown = options.some(({ id }) => id === shown)
  return (
    <div className="min-w-0">
      <Select
        label={label}
        options={options}
        value={shown}
        quiet={!boxed}
        disabledReason={disabledReason}
        aria-describedby={describedBy}
        onChange={(next) => {
          failed?.discard()
          onCommit(next)
        }}
      >
        {isKnown ? null : (
          <>
            <StatusTypeIcon type={valueType} />
            <span className="truncate">{valueLabel ?? 'No status'}</span>
          </>
        )}
      </Select>
      <SaveNote
        label={label}
        save={save}
        valueText={(id) => options.find((option) => option.id === id)?.label ?? 'A deleted status'}
      />
    </div>
  )
}

function StatusTypeIcon({ type }: { type: string | null | undefined }) {
  switch (statusType(type)) {
    case 'won':
      return <CircleCheck role="img" aria-label="Won:" className="text-good" />
    case 'lost':
      return <CircleX role="img" aria-label="Lost:" className="text-faint" />
    case 'active':
      return <CircleDot aria-hidden className="text-accent" />
  }
}
