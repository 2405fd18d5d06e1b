import type { Lead, LeadRow } from '#model/lead.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Suspense, type ReactNode } from 'react'

import { AddressList } from './AddressList.tsx'
import { BasicFields } from './BasicFields.tsx'
import { CustomFieldList } from './CustomFieldList.tsx'
import { LeadFacts } from './LeadFacts.tsx'
import { OpportunityList } from './OpportunityList.tsx'
import { PaneSection } from './PaneSection.tsx'
import { SmartFieldList } from './SmartFieldList.tsx'
import { TaskList } from './TaskList.tsx'

/** All of a lead below its name. Until the whole lead is there, what its row says; grey bars for the rest. */
export function LeadDetails({
  shown,
  whole,
  contacts,
}: {
  shown: LeadRow
  whole: Lead | null
  contacts: (lead: Lead) => ReactNode
}) {
  return (
    <div className="divide-y divide-line">
      <BasicFields shown={shown} />
      {/* Their code may still be on its way; the rest of the pane must not wait for it. */}
      <Suspense fallback={<LoadingSection title="Contacts" />}>
        {whole ? contacts(whole) : <LoadingSection title="Contacts" />}
      </Suspense>
      <CustomFieldList shown={shown} whole={whole} />
      {whole ? (
        <>
          <AddressList leadId={whole.id} addresses={whole.addresses} />
          <OpportunityList opportunities={whole.opportunities} />
          <TaskList tasks={whole.tasks} today={localToday()} />
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

/** Today where the person is, as a date of the API. */
function localToday(): string {
  const now = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
