import { listActivities, type Activity } from '#api/activities.ts'
import { createLead, getLead, mergeLead } from '#api/leads.ts'
import type { Lead, LeadRow } from '#model/lead.ts'
import { useMutation, type InfiniteData, type QueryClient } from '@tanstack/react-query'

import { rememberLead } from './remember-lead.ts'
import { isShortList, type LeadPage } from './lead-list.ts'
import { leadKeys } from './keys.ts'
import { leadQueries } from './lead-queries.ts'
import { noteCreated, noteGone, noteKnown } from './ledger.ts'
import { tellTabs } from './tabs.ts'

/** Creates a lead. It is in every unfiltered list at once, however far lists lag. */
export function useCreateLead() {
  return useMutation({
    mutationKey: [...leadKeys.all, 'create'],
    mutationFn: (body: Readonly<Record<string, unknown>>) => createLead(body),
    onSuccess: (lead, _body, _result, { client }) => {
      noteCreated(lead)
      rememberLead(client, lead)
      refreshLists(client)
      tellTabs({ kind: 'lists' })
    },
  })
}

/** How a merge came out, read again from the server. */
export type MergeOutcome = {
  destination: Lead
  /** Activities of the destination now; null when there are too many to count. */
  activities: number | null
  /** False when the server still worked on it after the longest wait. */
  isComplete: boolean
}

type MergePair = { source: string; destination: string }

const MERGE_WAIT_MS = 10_000
const MERGE_POLL_MS = 400

/**
 * Merges `source` into `destination`, then reads the destination again until its `LeadMerge` activity is
 * complete or 10 s have passed. Source: contract 9, 21.5. The source is gone for every list at once.
 */
export function useMergeLeads() {
  return useMutation({
    mutationKey: [...leadKeys.all, 'merge'],
    scope: { id: 'merge' }, // crosswise merges at once can lose both leads (contract 9)
    mutationFn: async (pair: MergePair, { client }): Promise<MergeOutcome> => {
      await mergeLead(pair)
      const until = Date.now() + MERGE_WAIT_MS
      let isComplete = await isMergeComplete(pair)
      while (!isComplete && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, MERGE_POLL_MS))
        isComplete = await isMergeComplete(pair)
      }
      const [destination, counted] = await Promise.all([
        getLead(pair.destination),
        client.fetchQuery({ ...leadQueries.activityCount(pair.destination), staleTime: 0 }),
      ])
      return { destination, activities: counted.more ? null : counted.count, isComplete }
    },
    onSuccess: ({ destination }, { source }, _result, { client }) => {
      noteGone(source, { kind: 'merged', into: destination.id })
      noteKnown(destination)
      rememberLead(client, destination)
      dropFromLists(client, source)
      client.removeQueries({ queryKey: leadKeys.detail(source) })
      void client.invalidateQueries({ queryKey: leadKeys.detail(destination.id) })
      refreshLists(client)
      tellTabs({ kind: 'lists' })
    },
    // A dropped answer does not tell whether the merge ran: read both again.
    onError: (_error, pair, _result, { client }) => {
      void client.invalidateQueries({ queryKey: leadKeys.detail(pair.source) })
      void client.invalidateQueries({ queryKey: leadKeys.detail(pair.destination) })
    },
  })
}

/** Takes a lead's row out of every cached list and lowers their counts. */
export function dropFromLists(client: QueryClient, id: string): void {
  client.setQueriesData<InfiniteData<LeadPage>>({ queryKey: leadKeys.lists }, (data) => {
    if (!data?.pages.some((page) => page.rows.some((row) => row.id === id))) return data
    const pages = data.pages.map((page, i) => {
      const rows = page.rows.some((row) => row.id === id) ? without(page.rows, id) : page.rows
      return { ...page, rows, total: i === 0 && page.total !== null ? page.total - 1 : page.total }
    })
    return { ...data, pages }
  })
}

/** Reads short lists again and marks long ones as old. */
export function refreshLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: leadKeys.lists, predicate: isShortList })
  void client.invalidateQueries({ queryKey: leadKeys.lists, refetchType: 'none' })
  void client.invalidateQueries({ queryKey: [...leadKeys.all, 'find'] })
}

async function isMergeComplete({ source, destination }: MergePair): Promise<boolean> {
  const { data } = await listActivities({ leadId: destination, type: 'LeadMerge', limit: 20 })
  const own = data.find((activity) => activity['source_lead_id'] === source) ?? data[0]
  // Without the activity there is nothing to wait for: some organisations may not log it.
  return own === undefined || mergeStatus(own) === 'completed'
}

/** One page of Close's documentation names the progress `merge_status`, another `status` (contract 9). */
function mergeStatus(activity: Activity): unknown {
  return activity['merge_status'] ?? activity['status']
}

function without(rows: LeadRow[], id: string): LeadRow[] {
  return rows.filter((row) => row.id !== id)
}
