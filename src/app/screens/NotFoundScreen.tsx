import { RouteLink } from '#lib/navigation.ts'
import { leadsPath } from '#model/paths.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { linkClass } from '#ui/link-class.ts'
import { Compass } from 'lucide-react'

/** For an address that shows nothing. */
export function NotFoundScreen() {
  return (
    <>
      <title>Not found · Leadlight</title>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Compass />}
        title="There is no such page"
        text="The address may be mistyped or from an older version."
        actions={
          <RouteLink to={leadsPath()} className={linkClass}>
            Go to the leads
          </RouteLink>
        }
      />
    </>
  )
}
