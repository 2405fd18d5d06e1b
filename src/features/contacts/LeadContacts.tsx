import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Lead } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'

import { readContactDraft } from './contact-draft.ts'
import { ContactCard } from './ContactCard.tsx'
import { ContactForm } from './ContactForm.tsx'

/** More than these are folded away. */
const SHOWN = 5

/** The contacts of a lead: ways to reach each, a form for a new one, and for each of them. */
export function LeadContacts({ lead }: { lead: Lead }) {
  const draftKey = { leadId: lead.id, contactId: null }
  const headingId = useId()
  const addButton = useRef<HTMLButtonElement>(null)
  const [form, setForm] = useState<'closed' | 'restored' | 'open'>(() =>
    readContactDraft(draftKey) ? 'restored' : 'closed',
  )
  useReturnFocus(form !== 'closed', addButton)
  const [isUnfolded, setUnfolded] = useState(false)

  const { contacts } = lead
  const hidden = contacts.length - SHOWN
  const isFolded = hidden > 1
  return (
    <section aria-labelledby={headingId} className="px-4 py-3">
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
        <ContactForm leadId={lead.id} focusFirst={form === 'open'} onClose={() => setForm('closed')} />
      )}
      {contacts.length === 0 && form === 'closed' && (
        <p className="text-sm text-faint">Nobody to call or write to yet.</p>
      )}
      <ul>
        {(isFolded && !isUnfolded ? contacts.slice(0, SHOWN) : contacts).map((contact) => (
          <ContactCard key={contact.id} leadId={lead.id} contact={contact} />
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
}
