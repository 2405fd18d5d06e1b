import { activityQueries } from '#data/activity-queries.ts'
import { latestLead } from '#data/latest-lead.ts'
import { settingsQueries } from '#data/settings-queries.ts'
import { copyRich } from '#ui/copy-text.ts'
import { showToast } from '#ui/toast.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { Lead } from '#model/lead.ts'
import { everyPerson } from '#model/organization.ts'
import { useQueryClient } from '@tanstack/react-query'

/** Copies or prints a lead on a page. What it says beside the lead is read when it is asked for. */
export function useLeadSummary(leadId: string): { copy: () => void; print: () => void } {
  const client = useQueryClient()

  async function make(of: Lead) {
    const code = import('./lead-summary.ts')
    const [fields, users, organization, notes] = await Promise.all([
      client.ensureQueryData(settingsQueries.leadSchema()),
      client.ensureQueryData(settingsQueries.users()),
      client.ensureQueryData(settingsQueries.organization()),
      client.fetchQuery(activityQueries.lastNotes(of.id)),
    ])
    return (await code).leadSummary(of, { fields, users: everyPerson(users, organization), notes })
  }

  function refused(error: unknown) {
    showToast({
      kind: 'bad',
      message: `The summary could not be made. ${describeFailure(toFailure(error))}`,
      key: 'summary',
    })
  }

  return {
    copy: () => {
      const lead = latestLead(client, leadId)
      if (!lead) return
      const made = make(lead).then(async (summary) => {
        const { summaryHtml, summaryText } = await import('./lead-summary.ts')
        return { text: summaryText(summary), html: summaryHtml(summary) }
      })
      made.catch(refused)
      void copyRich(made, 'Summary copied')
    },
    print: () => {
      const lead = latestLead(client, leadId)
      if (!lead) return
      Promise.all([make(lead), import('./print-summary.ts')]).then(
        ([summary, { printSummary }]) => printSummary(summary),
        refused,
      )
    },
  }
}
