import { stableKey } from '#data/ledger.ts'
import { useChildren } from '#data/use-children.ts'
import { announceElsewhere } from '#fields/announce-elsewhere.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Contact } from '#model/lead.ts'
import type { Patch } from '#model/lead-patch.ts'
import { Button } from '#ui/Button.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { memo, useCallback, useId, useRef, useState } from 'react'

import { readContactDraft } from './contact-draft.ts'
import { ContactCard } from './ContactCard.tsx'
import { ContactForm } from './ContactForm.tsx'
import { RefusedContacts } from './RefusedContacts.tsx'
import { removeContact } from './remove-contact.ts'

/** More than these are folded away. */
const SHOWN = 5

/** The contacts of a lead: ways to reach each, a form for a new one, and for each of them. */
export const LeadContacts = memo(function LeadContacts({
  leadId,
  contacts,
}: {
  leadId: string
  contacts: readonly Contact[]
}) {
  const client = useQueryClient()
  const ways = useChildren(leadId, 'contact')
  const draftKey = { leadId, contactId: null }
  const headingId = useId()
  const section = useRef<HTMLElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const [form, setForm] = useState<'closed' | 'restored' | 'open'>(() =>
    readContactDraft(draftKey) ? 'restored' : 'closed',
  )
  useReturnFocus(form !== 'closed', addButton)
  const [isUnfolded, setUnfolded] = useState(false)

  const hidden = contacts.length - SHOWN
  const isFolded = hidden > 1

  async function create(body: Patch, name: string) {
    setUnfolded(true) // a new contact comes last
    if ((await ways.create(body, name)) !== 'settled')
      announceElsewhere(leadId, `new contact ${name}`, `${name} was not saved.`)
  }

  const remove = useCallback(
    (contact: Contact) => {
      const cards = [...(section.current?.querySelectorAll('[data-contact]') ?? [])]
      const at = cards.findIndex((card) => card.getAttribute('data-contact') === contact.id)
      const next = (cards[at + 1] ?? cards[at - 1])?.querySelector('button')
      removeContact(client, leadId, contact)
      ;(next ?? addButton.current)?.focus()
    },
    [client, leadId],
  )

  return (
    <section ref={section} aria-labelledby={headingId} className="px-4 py-3">
      <div className="flex min-h-7 items-center gap-2">
        <h3 id={headingId} className="text-xs font-semibold text-muted">
          Contacts
        </h3>
        {contacts.length > 0 && <span className="text-xs text-faint tabular-nums">{contacts.length}</span>}
        <span className="ml-auto flex items-center gap-2">
          {form === 'closed' && readContactDraft(draftKey) && (
            <span className="text-xs text-warn">Unsaved contact</span>
          )}
          {form === 'closed' && (
            <Button
              ref={addButton}
              variant="ghost"
              size="sm"
              icon={<Plus />}
              className="-mr-2"
              onClick={() => setForm('open')}
            >
              Add contact
            </Button>
          )}
        </span>
      </div>
      {form !== 'closed' && (
        <ContactForm
          draftKey={draftKey}
          focusFirst={form === 'open'}
          onSave={(body, name) => void create(body, name)}
          onClose={() => setForm('closed')}
        />
      )}
      <RefusedContacts leadId={leadId} />
      {contacts.length === 0 && form === 'closed' && (
        <p className="text-sm text-faint">Nobody to call or write to yet.</p>
      )}
      <ul>
        {(isFolded && !isUnfolded ? contacts.slice(0, SHOWN) : contacts).map((contact) => (
          <ContactCard
            key={stableKey(contact.id)}
            leadId={leadId}
            contact={contact}
            contacts={contacts}
            onRemove={remove}
          />
        ))}
      </ul>
      {isFolded && (
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          className="-ml-2 aria-expanded:bg-transparent"
        >
          {isUnfolded ? 'Show fewer contacts' : `Show ${hidden} more contacts`}
        </Button>
      )}
    </section>
  )
})
