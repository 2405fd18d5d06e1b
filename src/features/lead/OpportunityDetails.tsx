import type { ChildWays } from '#data/use-children.ts'
import { ContactEditor } from '#fields/ContactEditor.tsx'
import { DateEditor } from '#fields/DateEditor.tsx'
import { DateText } from '#fields/DateText.tsx'
import { FieldGroup } from '#fields/FieldGroup.tsx'
import { InlineText } from '#fields/InlineText.tsx'
import { PercentEditor } from '#fields/PercentEditor.tsx'
import { UserEditor } from '#fields/UserEditor.tsx'
import type { Contact, Opportunity } from '#model/lead.ts'
import type { Person } from '#model/organization.ts'

import { statusType } from './opportunity-status.ts'
import { opportunityName } from './opportunity-text.ts'
import { OpportunityFields } from './OpportunityFields.tsx'
import { contactNameOf, personNameOf } from './person-names.ts'
import { useChildField } from './use-child-field.ts'

/** What is seldom changed of an opportunity, each value edited where it stands. */
export function OpportunityDetails({
  leadId,
  opportunity,
  people,
  contacts,
  ways,
}: {
  leadId: string
  opportunity: Opportunity
  people: readonly Person[]
  contacts: readonly Contact[]
  ways: ChildWays
}) {
  const about = { id: opportunity.id, name: opportunityName(opportunity) }
  const type = statusType(opportunity.status_type)
  const closeLabel = type === 'won' ? 'Won on' : 'Expected close'
  const confidence = useChildField<number | null>(ways, about, 'confidence', 'Confidence')
  const close = useChildField<string | null>(ways, about, 'date_won', closeLabel)
  const contact = useChildField<string | null>(ways, about, 'contact_id', 'Contact')
  const owner = useChildField<string | null>(ways, about, 'user_id', 'Owner')
  const note = useChildField<string>(ways, about, 'note', 'Note')
  const lost = opportunity['date_lost']
  return (
    <div className="pl-6">
      <FieldGroup label="Confidence">
        <PercentEditor {...confidence} value={opportunity.confidence ?? null} />
      </FieldGroup>
      <FieldGroup label={closeLabel}>
        <DateEditor {...close} value={opportunity.date_won ?? null} />
      </FieldGroup>
      {type === 'lost' && typeof lost === 'string' && (
        <FieldGroup label="Lost on">
          <p className="flex min-h-8 items-center px-2">
            <DateText iso={lost} />
          </p>
        </FieldGroup>
      )}
      <FieldGroup label="Contact">
        <ContactEditor
          {...contact}
          contacts={contacts}
          value={opportunity.contact_id ?? null}
          valueLabel={opportunity.contact_name ?? undefined}
          valueText={(id) => contactNameOf(contacts, id) ?? 'Nobody'}
        />
      </FieldGroup>
      <FieldGroup label="Owner">
        <UserEditor
          {...owner}
          users={people}
          value={opportunity.user_id ?? null}
          valueLabel={opportunity.user_name ?? undefined}
          valueText={(id) => personNameOf(people, id) ?? 'Nobody'}
        />
      </FieldGroup>
      <FieldGroup label="Note">
        <InlineText {...note} value={opportunity.note ?? ''} multiline />
      </FieldGroup>
      <OpportunityFields {...{ leadId, opportunity, contacts }} />
    </div>
  )
}
