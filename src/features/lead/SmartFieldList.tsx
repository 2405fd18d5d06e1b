import { leadQueries } from '#data/lead-queries.ts'
import { DateText } from '#fields/DateText.tsx'
import { NumberText } from '#fields/NumberText.tsx'
import { describeFailure, toFailure } from '#model/failure.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useQuery } from '@tanstack/react-query'
import { memo, useId, useState } from 'react'

import { PaneSection } from './PaneSection.tsx'
import { SMART_FIELD_GROUPS, SMART_FIELD_NAMES, valuesOf, type SmartField } from './smart-fields.ts'

/** What Close computes of a lead, read only when a person asks for it: the server takes long over it. */
export const SmartFieldList = memo(function SmartFieldList({ leadId }: { leadId: string }) {
  const [isOpen, setOpen] = useState(false)
  const regionId = useId()
  return (
    <PaneSection
      title="Smart Fields"
      actions={
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isOpen}
          aria-controls={isOpen ? regionId : undefined}
          onClick={() => setOpen(!isOpen)}
          className="aria-expanded:bg-transparent"
        >
          {isOpen ? 'Hide Smart Fields' : 'Show Smart Fields'}
        </Button>
      }
    >
      <div id={regionId}>{isOpen && <SmartFieldValues leadId={leadId} />}</div>
    </PaneSection>
  )
})

function SmartFieldValues({ leadId }: { leadId: string }) {
  const { data, error, isFetching, refetch } = useQuery(leadQueries.fields(leadId, SMART_FIELD_NAMES))
  if (data) {
    const groups = SMART_FIELD_GROUPS.map((group) => ({ ...group, values: valuesOf(group, data) }))
    const filled = groups.filter((group) => group.values.length > 0)
    if (filled.length === 0)
      return <p className="text-sm text-faint">Close has computed nothing for this lead.</p>
    return filled.map((group) => (
      <div key={group.label} className="pb-2">
        <h4 className="pb-0.5 text-2xs text-faint">{group.label}</h4>
        <dl>
          {group.values.map(({ field, value }) => (
            <div key={field.name} className="flex min-h-6 items-baseline gap-3">
              <dt className="w-36 shrink-0 text-muted">{field.label}</dt>
              <dd className="min-w-0 wrap-break-word">
                <SmartValue field={field} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    ))
  }
  if (error) {
    return (
      <Banner
        tone="bad"
        live
        actions={
          <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        }
      >
        Smart Fields could not be loaded. {describeFailure(toFailure(error))}
      </Banner>
    )
  }
  return (
    <div role="group" aria-busy="true" aria-label="Loading the Smart Fields">
      {[40, 56, 48, 60].map((width) => (
        <div key={width} className="flex min-h-6 items-center gap-3">
          <Skeleton className="w-28" />
          <Skeleton className={width > 50 ? 'w-28' : 'w-16'} />
        </div>
      ))}
    </div>
  )
}

function SmartValue({ field, value }: { field: SmartField; value: string | number }) {
  if (typeof value === 'number') return <NumberText value={value} />
  if (field.kind === 'date') return <DateText iso={value} time />
  return value
}
