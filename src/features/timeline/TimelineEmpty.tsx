import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { History } from 'lucide-react'

/** Says that nothing happened yet, or nothing of what is asked for. */
export function TimelineEmpty({ isNarrowed, onShowAll }: { isNarrowed: boolean; onShowAll: () => void }) {
  return isNarrowed ? (
    <EmptyState
      icon={<History />}
      title="No such activity"
      text="Nothing on this lead fits what you are looking for."
      headingLevel={3}
      actions={<Button onClick={onShowAll}>Show all activity</Button>}
    />
  ) : (
    <EmptyState
      icon={<History />}
      title="No activity yet"
      text="Notes, calls, emails, meetings and status changes of this lead will stand here."
      headingLevel={3}
    />
  )
}
