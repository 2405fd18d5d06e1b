import { useDeleteContact } from '#data/contact-mutations.ts'
import { contactName } from '#fields/custom-text.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Contact } from '#model/lead.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { showToast } from '#ui/toast.ts'
import { Pencil, Trash2 } from 'lucide-react'
import { memo, useRef, useState } from 'react'

import { readContactDraft } from './contact-draft.ts'
import { ContactForm } from './ContactForm.tsx'
import { ContactPoints } from './ContactPoints.tsx'

/** One contact of a lead, with ways to reach, edit and remove it. A half-typed edit opens its form again. */
export const ContactCard = memo(function ContactCard({
  leadId,
  contact,
}: {
  leadId: string
  contact: Contact
}) {
  const name = contactName(contact)
  const draftKey = { leadId, contactId: contact.id }
  const [mode, setMode] = useState<'shown' | 'restored' | 'editing' | 'removing'>(() =>
    readContactDraft(draftKey) ? 'restored' : 'shown',
  )
  const editButton = useRef<HTMLButtonElement>(null)
  const remove = useDeleteContact(leadId)
  const isEditing = mode === 'editing' || mode === 'restored'
  useReturnFocus(isEditing, editButton)

  if (isEditing) {
    return (
      <li>
        <ContactForm
          leadId={leadId}
          contact={contact}
          focusFirst={mode === 'editing'}
          onClose={() => setMode('shown')}
        />
      </li>
    )
  }

  async function onRemove() {
    try {
      await remove.mutateAsync(contact.id)
      showToast({ kind: 'good', message: `Removed ${name}` })
    } catch {
      // The dialog says why.
    }
  }

  const hasDraft = readContactDraft(draftKey) !== null
  return (
    <li className="group -mx-2 rounded-md px-2 py-1.5 focus-within:bg-hover hover:bg-hover">
      <div className="flex items-center gap-2">
        <Avatar name={name} className="size-6" />
        <div className="min-w-0 flex-1 leading-tight">
          <h4 className="truncate font-medium">{name}</h4>
          {contact.title && <p className="truncate text-xs text-muted">{contact.title}</p>}
        </div>
        {hasDraft && <span className="text-xs text-warn">Unsaved edit</span>}
        <div className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            ref={editButton}
            label={`Edit ${name}`}
            icon={<Pencil />}
            onClick={() => setMode('editing')}
          />
          <IconButton label={`Remove ${name}`} icon={<Trash2 />} onClick={() => setMode('removing')} />
        </div>
      </div>
      <div className="pl-8">
        <ContactPoints contact={contact} name={name} />
      </div>
      {mode === 'removing' && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          confirmLabel="Remove contact"
          busy={remove.isPending}
          error={remove.error && describeFailure(toFailure(remove.error))}
          onConfirm={() => void onRemove()}
          onCancel={() => {
            remove.reset()
            setMode('shown')
          }}
        >
          The contact is deleted for everyone, with its emails and phone numbers, and cannot be brought back.
          What was written, called and planned with {name} stays on the lead.
        </ConfirmDialog>
      )}
    </li>
  )
})
