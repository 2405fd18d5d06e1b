import { useLeadOperations } from '#data/lead-edits.ts'
import { leadQueries } from '#data/lead-queries.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { useLead } from '#data/use-lead.ts'
import type { Lead } from '#model/lead.ts'
import { previewMerge, type MergePreview } from '#model/merge-preview.ts'
import { userName } from '#model/organization.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { ValueNames } from './value-text.ts'

export type MergePlanData = {
  source: Lead
  destination: Lead
  preview: MergePreview
  names: ValueNames
  /** Activities of source and destination; null while they are being counted, or when there are too many to count. */
  activities: { source: number; destination: number } | null
  /** Edits of either lead that the server has not taken yet. */
  unsaved: number
}

/** Everything that a merge of these two leads is judged by; undefined while something is missing. */
export function useMergePlan(sourceId: string, destinationId: string): MergePlanData | undefined {
  const source = useLead(sourceId).lead
  const destination = useLead(destinationId).lead
  const unsaved = useLeadOperations(sourceId).length + useLeadOperations(destinationId).length
  const fields = useQuery(settingsQueries.leadSchema()).data
  const organization = useQuery(settingsQueries.organization()).data
  const users = useQuery(settingsQueries.users()).data
  const ofSource = useQuery(leadQueries.activityCount(sourceId)).data
  const ofDestination = useQuery(leadQueries.activityCount(destinationId)).data

  const names = useMemo<ValueNames>(() => {
    const contacts = [...(source?.contacts ?? []), ...(destination?.contacts ?? [])]
    return {
      statuses: new Map(organization?.lead_statuses.map(({ id, label }) => [id, label])),
      people: new Map([
        ...(users ?? []).map((user) => [user.id, userName(user)] as const),
        ...contacts.map((contact) => [contact.id, contact.display_name ?? contact.name ?? ''] as const),
      ]),
    }
  }, [organization, users, source, destination])

  const preview = useMemo(
    () => source && destination && fields && previewMerge(source, destination, fields),
    [source, destination, fields],
  )
  if (!source || !destination || !preview) return undefined
  const isCounted = ofSource && ofDestination && !ofSource.more && !ofDestination.more
  const activities = isCounted ? { source: ofSource.count, destination: ofDestination.count } : null
  return { source, destination, preview, names, activities, unsaved }
}
