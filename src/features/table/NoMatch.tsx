import { focusBefore } from '#lib/focus-before.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { SearchX } from 'lucide-react'

/** Says that search and filters leave nothing over. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <div className="flex-1 overflow-auto">
      <EmptyState
        icon={<SearchX />}
        title="No lead matches"
        text="No lead has everything that you searched and filtered for."
        actions={
          <Button
            onClick={({ currentTarget }) => {
              focusBefore(currentTarget)
              onClear()
            }}
          >
            Clear search and filters
          </Button>
        }
      />
    </div>
  )
}
