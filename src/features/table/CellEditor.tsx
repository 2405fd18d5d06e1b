import { useFieldLock } from '#data/use-field-lock.ts'
import { CustomFieldEditor } from '#fields/CustomFieldEditor.tsx'
import { FieldGroup } from '#fields/FieldGroup.tsx'
import { InlineText } from '#fields/InlineText.tsx'
import type { SaveState } from '#fields/save-state.ts'
import { StatusSelect } from '#fields/StatusSelect.tsx'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { clsx } from 'clsx'
import { use, useLayoutEffect, useMemo, useRef } from 'react'

import { leadName } from './cell-facts.ts'
import { keepInView, startTyping } from './editor-start.ts'
import { LookupsContext } from './lookups.ts'
import { editedField, editedLabel, OpenCellContext } from './open-cell.ts'
import { useCellEdit } from './use-cell-edit.ts'
import { useEditorExit } from './use-editor-exit.ts'

/**
 * The editor of one cell, over it. Enter saves and Escape gives up, both with the focus back on the cell; Tab saves
 * and goes to the cell beside it; leaving it saves. After a refusal it shows what was wanted, why it was not saved,
 * and "Retry" and "Discard"; in a conflict all three values and the choice.
 */
export function CellEditor({
  column,
  lead,
  typed,
}: {
  column: LeadColumn
  lead: LeadRow
  typed: string | null
}) {
  const { statuses, users } = use(LookupsContext)
  const actions = use(OpenCellContext)
  const box = useRef<HTMLDivElement>(null)
  const isStarted = useRef(false)
  const { close, end, handlers } = useEditorExit(box, PICKED.has(column.kind))
  const lockOf = useFieldLock(useMemo(() => (column.customField ? [column.customField] : []), [column]))
  const field = editedField(column)
  const label = editedLabel(column)
  const lockedReason = column.customField ? lockOf(column.customField) : null
  const { save, marks, send } = useCellEdit(
    { leadId: lead.id, leadName: leadName(lead), field, label },
    close,
  )

  useLayoutEffect(() => {
    if (!box.current || isStarted.current) return
    isStarted.current = true
    keepInView(box.current)
    const cameFrom = document.activeElement
    const isElsewhere =
      cameFrom instanceof HTMLElement &&
      cameFrom !== document.body &&
      !box.current.closest('[data-column]')?.contains(cameFrom)
    if (!isElsewhere) return startTyping(box.current, typed, save.kind !== 'failed')
    // The person has gone on while the editor's code was loading: what they typed is saved, the focus stays theirs.
    if (typed === null) return actions.leave()
    startTyping(box.current, `${typed}\n`, false)
    setTimeout(() => cameFrom.focus())
  })

  function commit(value: unknown) {
    send({ [field]: value })
    end()
  }

  const isConflict = save.kind === 'failed' && save.conflict !== undefined
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a frame around the control that has the role
    <div
      ref={box}
      data-open-cell
      {...(lockedReason && { role: 'note', 'aria-label': `${label}: ${lockedReason}` })}
      tabIndex={-1}
      {...handlers}
      // A press on a button leaves the focus in the box: to leave it would end the edit first.
      onMouseDown={(event) => {
        if (!(event.target as Element).closest('input, textarea')) event.preventDefault()
      }}
      className={clsx(
        'absolute top-0 left-0 z-30 flex min-h-full max-w-[min(24rem,calc(100vw-1rem))] cursor-auto flex-col justify-center rounded-md bg-raised text-left font-normal text-text shadow-pop outline-none',
        column.multiple || column.kind === 'longtext' || isConflict
          ? 'w-max min-w-[max(100%,20rem)]'
          : 'min-w-[max(100%,12rem)]',
      )}
    >
      {editor()}
    </div>
  )

  function editor() {
    const value = lead[field]
    // No `autoFocus`: who has the focus decides how the editor starts.
    const shared = { onCancel: close }
    if (column.customField) {
      return (
        <CustomFieldEditor
          {...shared}
          field={column.customField}
          labelHidden
          value={value}
          save={save}
          onCommit={commit}
          onAdd={(one) => send({ [`${field}.add`]: one })}
          onRemove={(one) => send({ [`${field}.remove`]: one })}
          marks={marks}
          users={users}
          contacts={lead.contacts ?? []}
          lockedReason={lockedReason}
          datesAsText={typed !== null && /^\d/.test(typed)}
        />
      )
    }
    if (column.kind === 'status') {
      return (
        <StatusSelect
          {...shared}
          // After a refusal the way out is read first.
          defaultOpen={save.kind !== 'failed'}
          statuses={statuses}
          value={lead.status_id ?? null}
          valueLabel={lead.status_label}
          save={save as SaveState<string | null>}
          onCommit={commit}
        />
      )
    }
    return (
      <FieldGroup label={label} labelHidden>
        <InlineText
          {...shared}
          label={label}
          value={typeof value === 'string' ? value : ''}
          save={save as SaveState<string>}
          onCommit={(text) => commit(text === '' && field === 'url' ? null : text)}
          multiline={column.kind === 'longtext'}
          type={column.kind === 'url' ? 'url' : 'text'}
        />
      </FieldGroup>
    )
  }
}

/** Kinds whose value is picked from a list: leaving their editor saves nothing that is not saved. */
const PICKED: ReadonlySet<string> = new Set(['status', 'choices', 'user', 'contact'])
