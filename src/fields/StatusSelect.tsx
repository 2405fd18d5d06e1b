import type { LeadStatus } from '#model/organization.ts'
import { Select } from '#ui/Select.tsx'
import { StatusDot } from '#ui/StatusDot.tsx'
import type { EditorProps } from './editor-props.ts'
import { SaveNote } from './SaveNote.tsx'
import { statusHue } from './status-hue.ts'

/** A lead's status, by id. A status that no longer exists shows as `valueLabel` until it is changed. */
export function StatusSelect({
  label = 'Status',
  statuses,
  value,
  valueLabel,
  save,
  onCommit,
  onCancel,
  autoFocus,
  defaultOpen,
  disabledReason,
  quiet = true,
  className,
}: Omit<EditorProps<string | null>, 'label' | 'onCommit'> & {
  label?: string | undefined
  statuses: readonly LeadStatus[]
  valueLabel?: string | null | undefined
  onCommit: (statusId: string) => void
  defaultOpen?: boolean | undefined
  quiet?: boolean | undefined
  className?: string | undefined
}) {
  const failed = save?.kind === 'failed' ? save : null
  const shown = failed?.wanted === undefined ? value : failed.wanted
  const options = statuses.map((status) => ({
    id: status.id,
    label: status.label,
    icon: <StatusDot hue={statusHue(status.label)} />,
  }))
  return (
    <div className="min-w-0">
      <Select
        label={label}
        options={options}
        value={shown}
        placeholder={valueLabel ?? 'No status'}
        {...{ onCancel, autoFocus, defaultOpen, disabledReason, quiet, className }}
        onChange={(next) => {
          failed?.discard()
          onCommit(next)
        }}
      />
      <SaveNote
        label={label}
        save={save}
        valueText={(id) => statuses.find((status) => status.id === id)?.label ?? 'A deleted status'}
      />
    </div>
  )
}
