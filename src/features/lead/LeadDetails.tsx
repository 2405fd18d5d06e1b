import type { Contact, Lead, LeadRow } from '#model/lead.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Suspense, type ComponentType } from 'react'

import { AddressList } from './AddressList.tsx'
import { BasicFields } from './BasicFields.tsx'
import { CustomFieldList } from './CustomFieldList.tsx'
import { LeadFacts } from './LeadFacts.tsx'
import { MarkedField } from './MarkedField.tsx'
import { OpportunityList } from './OpportunityList.tsx'
import { PaneSection } from './PaneSection.tsx'
import { SmartFieldList } from './SmartFieldList.tsx'
import { TaskList } from './TaskList.tsx'

/** Shows the contacts of a lead. */
export type ContactsOfLead = ComponentType<{ leadId: string; contacts: readonly Contact[] }>

/** All of a lead below its name. Until the whole lead is there, what its row says; grey bars for the rest. */
export function LeadDetails({
  shown,
  whole,
  contacts: LeadContacts,
}: {
  shown: LeadRow
  whole: Lead | null
  contacts: ContactsOfLead
}) {
  return (
    <div className="divide-y divide-line">
      <BasicFields shown={shown} />
      {/* Their code may still be on its way; the rest of the pane must not wait for it. */}
      <Suspense fallback={<LoadingSection title="Contacts" />}>
        {whole ? (
          <MarkedField leadId={whole.id} field="contacts">
            <LeadContacts leadId={whole.id} contacts={whole.contacts} />
          </MarkedField>
        ) : (
          <LoadingSection title="Contacts" />
        )}
      </Suspense>
      {whole && (
        <MarkedField leadId={whole.id} field="tasks">
          <TaskList leadId={whole.id} tasks={whole.tasks} />
        </MarkedField>
      )}
      {whole && (
        <MarkedField leadId={whole.id} field="opportunities">
          <OpportunityList leadId={whole.id} contacts={whole.contacts} opportunities={whole.opportunities} />
        </MarkedField>
      )}
      <CustomFieldList shown={shown} whole={whole} />
      {whole ? (
        <>
          <MarkedField leadId={whole.id} field="addresses">
            <AddressList leadId={whole.id} addresses={whole.addresses} />
          </MarkedField>
          <SmartFieldList leadId={whole.id} />
          <LeadFacts lead={whole} />
        </>
      ) : (
        <LoadingSection title="Addresses" />
      )}
    </div>
  )
}

function LoadingSection({ title }: { title: string }) {
  return (
    <PaneSection title={title}>
      <Skeleton className="my-2 w-48" />
      <Skeleton className="my-2 w-32" />
    </PaneSection>
  )
}
