import { dropOperations, retryOperation } from '#data/ledger.ts'
import { useRefusedCreations } from '#data/use-children.ts'
import { Refusal } from '#fields/Refusal.tsx'
import { describeFailure } from '#model/failure.ts'
import type { Creation } from '#model/operation.ts'
import { useState } from 'react'

import { keepContactDraft } from './contact-draft.ts'
import { refusedContact } from './contact-refusal.ts'
import { ContactForm } from './ContactForm.tsx'

/** New contacts that the server did not take, each with why and ways out. */
export function RefusedContacts({ leadId }: { leadId: string }) {
  const refused = useRefusedCreations(leadId, 'contact')
  return refused.map((creation) =>
    creation.do === 'create' ? <RefusedContact key={creation.id} creation={creation} /> : null,
  )
}

function RefusedContact({ creation }: { creation: Creation }) {
  const [isEditing, setEditing] = useState(false)
  const { leadId, objectId, about, state } = creation
  const draftKey = { leadId, contactId: objectId }
  const name = about.object ?? 'The contact'
  if (isEditing) {
    return (
      <ContactForm
        draftKey={draftKey}
        refused={refusedContact(creation)}
        focusFirst
        onSave={(body, called) =>
          retryOperation(creation, { body, about: { ...about, object: called }, tries: 0 })
        }
        onClose={() => setEditing(false)}
      />
    )
  }
  return (
    <Refusal
      message={`${name} was not saved. ${state.kind === 'failed' ? describeFailure(state.failure) : ''}`}
      onEdit={() => setEditing(true)}
      onRetry={() => retryOperation(creation)}
      onDiscard={() => {
        keepContactDraft(draftKey, null)
        dropOperations([creation.id])
      }}
    />
  )
}
