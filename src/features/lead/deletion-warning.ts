import type { Lead } from '#model/lead.ts'

/** What is known of a lead's number of activities: still counted, not countable now, or so many (`more`: at least). */
export type ActivityCount = 'counting' | 'unknown' | { count: number; more: boolean }

/**
 * What disappears with a lead, e.g. "2 contacts, 1 task, 3 opportunities and 14 activities"; null when nothing
 * does. A lead carries its open tasks only; each completed one is among the activities (contract 8.1, 13).
 */
export function goesWithLead(
  lead: Pick<Lead, 'contacts' | 'tasks' | 'opportunities'>,
  activities: ActivityCount,
): string | null {
  const parts = [
    counted(lead.contacts.length, 'contact', 'contacts'),
    counted(lead.tasks.length, 'task', 'tasks'),
    counted(lead.opportunities.length, 'opportunity', 'opportunities'),
    activityText(activities),
  ].filter((part) => part !== null)
  return parts.length > 0 ? new Intl.ListFormat('en-GB').format(parts) : null
}

function activityText(activities: ActivityCount): string | null {
  if (activities === 'counting') return 'its activities (counting them…)'
  if (activities === 'unknown') return 'its activities (they could not be counted)'
  const text = counted(activities.count, 'activity', 'activities')
  return text && activities.more ? `more than ${text}` : text
}

function counted(count: number, one: string, many: string): string | null {
  if (count === 0) return null
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}
