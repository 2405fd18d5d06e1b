import { InlineText } from '#fields/InlineText.tsx'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { LateSpinner } from '#ui/LateSpinner.tsx'
import { clsx } from 'clsx'
import { Pencil } from 'lucide-react'
import { memo, useRef, useState, type Ref } from 'react'

import { MarkedField } from './MarkedField.tsx'
import { useLeadField } from './use-lead-field.ts'

/** The heading of the pane: the lead's name, and the way to change it. */
export const LeadName = memo(function LeadName({
  leadId,
  name,
  displayName,
  ref,
}: {
  leadId: string
  /** The lead's own name, "" for none; undefined while it is not known. */
  name: string | undefined
  /** What stands for a lead without a name. */
  displayName: string
  ref: Ref<HTMLHeadingElement>
}) {
  const { save, set } = useLeadField<string>(leadId, 'name', 'Name')
  const [isOpen, setOpen] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const isEditing = isOpen || save.kind === 'failed'

  useReturnFocus(isEditing, editButton)

  return (
    <MarkedField leadId={leadId} field="name" className="group flex min-w-0 flex-col gap-1 px-4 pt-1 pb-2">
      <div className={clsx('flex min-w-0 items-start gap-1', isEditing && 'sr-only')}>
        <h2
          ref={ref}
          tabIndex={-1}
          className="min-w-0 text-lg leading-7 font-semibold tracking-tight text-balance wrap-break-word outline-none"
        >
          {name || displayName}
        </h2>
        {save.kind === 'saving' && <LateSpinner className="mt-1.5 text-muted" />}
        {name !== undefined && !isEditing && (
          <IconButton
            ref={editButton}
            label="Edit name"
            icon={<Pencil />}
            onClick={() => setOpen(true)}
            className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:-mt-1.5 pointer-coarse:opacity-100"
          />
        )}
      </div>
      {isEditing && (
        <InlineText
          label="Name"
          value={name ?? ''}
          save={save}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just pressed "Edit name"
          autoFocus={isOpen}
          className="-mx-2 font-semibold"
          onCommit={(next) => {
            set(next)
            setOpen(false)
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </MarkedField>
  )
})
