export type Counts = {
  contacts: number
  tasks: number
  opportunities: number
  /** Null while it is being counted. */
  activities: number | null
  /** There are more activities than were counted. */
  moreActivities?: boolean
}

/** What hangs below a lead, in words: "2 contacts, 1 open task, no opportunities, 14 activities". */
export function countWords(counts: Counts): string {
  const { activities } = counts
  return [
    amount(counts.contacts, 'contact', 'contacts'),
    amount(counts.tasks, 'open task', 'open tasks'),
    amount(counts.opportunities, 'opportunity', 'opportunities'),
    activities === null
      ? 'activities are being counted…'
      : `${counts.moreActivities ? 'at least ' : ''}${amount(activities, 'activity', 'activities')}`,
  ].join(', ')
}

function amount(count: number, one: string, many: string): string {
  if (count === 0) return `no ${many}`
  return `${count.toLocaleString()} ${count === 1 ? one : many}`
}
