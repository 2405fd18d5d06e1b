import { dropOperations } from '#data/ledger.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { useChildren } from '#data/use-children.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import { contactName } from '#fields/custom-text.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Contact } from '#model/lead.ts'
import type { Update } from '#model/operation.ts'
import type { Patch } from '#model/lead-patch.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FolderInput, ListPlus, Pencil, Trash2 } from 'lucide-react'
import { lazy, memo, Suspense, useRef, useState } from 'react'

import { readContactDraft } from './contact-draft.ts'
import { refusedEdit } from './contact-refusal.ts'
import { ContactFields } from './ContactFields.tsx'
import { ContactForm } from './ContactForm.tsx'
import { ContactPoints } from './ContactPoints.tsx'
import { ContactRefusals } from './ContactRefusals.tsx'
import { moveContact } from './move-contact.ts'

const loadMove = () => import('./MoveContactDialog.tsx')
const MoveContactDialog = lazy(() => loadMove().then((m) => ({ default: m.MoveContactDialog })))

type Mode = { kind: 'shown' | 'restored' | 'moving' } | { kind: 'editing'; refused: Update | null }

/** One contact of a lead, with ways to reach, edit, move and remove it. A half-typed edit opens its form again. */
export const ContactCard = memo(function ContactCard({
  leadId,
  contact,
  contacts,
  onRemove,
}: {
  leadId: string
  contact: Contact
  /** All of the lead's. */
  contacts: readonly Contact[]
  onRemove: (contact: Contact) => void
}) {
  const client = useQueryClient()
  const ways = useChildren(leadId, 'contact')
  const name = contactName(contact)
  const draftKey = { leadId, contactId: contact.id }
  const [mode, setMode] = useState<Mode>(() => ({ kind: readContactDraft(draftKey) ? 'restored' : 'shown' }))
  const [isWhole, setWhole] = useState(false)
  const hasFields = useQuery(settingsQueries.childSchema('contact')).data?.some(
    ({ type }) => type !== 'hidden',
  )
  const editButton = useRef<HTMLButtonElement>(null)
  const isEditing = mode.kind === 'editing' || mode.kind === 'restored'
  useReturnFocus(isEditing, editButton)
  const show = () => setMode({ kind: 'shown' })

  async function save(patch: Patch, called: string) {
    if (mode.kind === 'editing' && mode.refused) dropOperations([mode.refused.id])
    const outcome = await ways.update(contact.id, patch, called)
    if (outcome === 'settled') return
    announceElsewhere(leadId, `edit ${contact.id}`, `The changes to ${called} were not saved.`)
  }

  if (isEditing) {
    const refused = mode.kind === 'editing' && mode.refused ? refusedEdit(contact, mode.refused) : undefined
    return (
      <li>
        <ContactForm
          draftKey={draftKey}
          contact={contact}
          refused={refused}
          focusFirst={mode.kind === 'editing'}
          onSave={(patch, called) => void save(patch, called)}
          onClose={show}
        />
      </li>
    )
  }

  const isNew = contact.id.startsWith('new_')
  return (
    <li
      data-contact={contact.id}
      className="group -mx-2 rounded-md px-2 py-1.5 focus-within:bg-hover hover:bg-hover"
    >
      <div className="flex items-center gap-2">
        <Avatar name={name} className="size-6" />
        <div className="min-w-0 flex-1 leading-tight">
          <h4 className="truncate font-medium">{name}</h4>
          {contact.title && <p className="truncate text-xs text-muted">{contact.title}</p>}
        </div>
        {readContactDraft(draftKey) && <span className="text-xs text-warn">Unsaved edit</span>}
        <div className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          {hasFields && (
            <IconButton
              label={`${isWhole ? 'Hide' : 'Show'} empty fields of ${name}`}
              icon={<ListPlus />}
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            />
          )}
          <IconButton
            ref={editButton}
            label={`Edit ${name}`}
            icon={<Pencil />}
            onClick={() => setMode({ kind: 'editing', refused: null })}
          />
          <IconButton
            label={`Move ${name} to another lead…`}
            icon={<FolderInput />}
            disabledReason={isNew ? 'It is not saved yet.' : null}
            onPointerEnter={() => void loadMove()}
            onFocus={() => void loadMove()}
            onClick={() => setMode({ kind: 'moving' })}
          />
          <IconButton label={`Remove ${name}`} icon={<Trash2 />} onClick={() => onRemove(contact)} />
        </div>
      </div>
      <div className="pl-8">
        <ContactPoints contact={contact} name={name} />
        <ContactFields {...{ leadId, contact, name, contacts, isWhole }} />
      </div>
      <ContactRefusals
        contactId={contact.id}
        name={name}
        onEdit={(refused) => setMode({ kind: 'editing', refused })}
      />
      {mode.kind === 'moving' && (
        <Suspense>
          <MoveContactDialog
            name={name}
            leadId={leadId}
            onMove={(to) => {
              show()
              void moveContact(client, { id: contact.id, leadId, name }, to)
            }}
            onCancel={show}
          />
        </Suspense>
      )}
    </li>
  )
})
