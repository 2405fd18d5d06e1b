import { RouteLink } from '#lib/navigation.ts'
import { IMPORT_PATH, NEW_LEAD_PATH } from '#model/paths.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { linkClass } from '#ui/link-class.ts'
import { Users } from 'lucide-react'

/** Where to start when there is no lead at all. Links, so as not to double the toolbar's buttons. */
export function NoLeads() {
  return (
    <div className="flex flex-1 items-center justify-center overflow-auto">
      <EmptyState
        icon={<Users />}
        title="No leads yet"
        text="A lead is a company or person you sell to. Add the first one, or bring your list along."
        actions={
          <p className="flex gap-4 text-sm font-medium">
            <RouteLink to={NEW_LEAD_PATH} className={linkClass}>
              New lead
            </RouteLink>
            <RouteLink to={IMPORT_PATH} className={linkClass}>
              Import a CSV
            </RouteLink>
          </p>
        }
      />
    </div>
  )
}
