import { FilterButton } from '#features/filters/FilterButton.tsx'
import { FilterChips } from '#features/filters/FilterChips.tsx'
import { LeadTable, type LeadOrder } from '#features/table/LeadTable.tsx'
import { navigate, useAddress } from '#lib/navigation.ts'
import { PHONE, useMedia } from '#lib/use-media.ts'
import { leadPath, leadsPath, parseView, viewSearch, type TableView } from '#model/paths.ts'
import { lazy, useCallback, useMemo, useState, type ComponentProps } from 'react'

import { PaneSkeleton } from '#app/PaneSkeleton.tsx'
import { Region } from '#app/Region.tsx'

const loadContacts = () => import('#features/contacts/LeadContacts.tsx')
const LeadContacts = lazy(() => loadContacts().then((m) => ({ default: m.LeadContacts })))
const loadActivity = () => import('./LeadActivity.tsx')
const LeadActivity = lazy(() => loadActivity().then((m) => ({ default: m.LeadActivity })))
const LeadPane = lazy(() => {
  void loadContacts() // side by side with the pane, not after it
  return import('#features/lead/LeadPane.tsx').then((m) => ({ default: m.LeadPane }))
})

/** The table, with one lead's pane beside it (over it on a phone) when the address names one. */
export function LeadsScreen({ leadId }: { leadId: string | null }) {
  const { search } = useAddress()
  const view = useMemo(() => parseView(search), [search])
  const isPhone = useMedia(PHONE)
  const [order, setOrder] = useState<LeadOrder | null>(null)

  const shownSearch = viewSearch(view)
  const changeView = useCallback(
    (next: TableView, options?: { replace?: boolean }) =>
      navigate(leadId ? leadPath(leadId, viewSearch(next)) : leadsPath(viewSearch(next)), options),
    [leadId],
  )
  const leadHref = useCallback((id: string) => leadPath(id, shownSearch), [shownSearch])
  const href = (id: string | null | undefined) => (id ? leadHref(id) : null)

  return (
    <div className="relative flex h-full min-h-0 bg-surface">
      {leadId === null && <title>Leads · Leadlight</title>}
      <section
        className="flex min-w-0 flex-1 flex-col"
        aria-label="All leads"
        inert={isPhone && leadId !== null}
      >
        <h1 className="sr-only">Leads</h1>
        <Region name="The table" resetKey={search}>
          <LeadTable
            view={view}
            onViewChange={changeView}
            activeLeadId={leadId}
            leadHref={leadHref}
            onOrderChange={setOrder}
            isCompact={isPhone || leadId !== null}
            filterButton={
              <FilterButton view={view} onViewChange={changeView} isCompact={isPhone || leadId !== null} />
            }
            filterChips={<FilterChips view={view} onViewChange={changeView} />}
          />
        </Region>
      </section>
      {leadId !== null && (
        <div className="absolute inset-0 z-20 bg-surface md:static md:z-auto md:w-[30rem] md:shrink-0 md:border-l md:border-line xl:w-[34rem]">
          <Region name="This lead" resetKey={leadId} loading={<PaneSkeleton />}>
            <LeadPane
              leadId={leadId}
              closeHref={leadsPath(shownSearch)}
              next={href(order?.next(leadId))}
              previous={href(order?.previous(leadId))}
              position={order?.position(leadId) ?? null}
              contacts={LeadContacts}
              activity={ActivityOfLead}
              onActivityNear={prefetchActivity}
              onDeleted={() => navigate(leadsPath(shownSearch))}
            />
          </Region>
        </div>
      )}
    </div>
  )
}

/** What happened on a lead, shown in what the pane scrolls. */
function ActivityOfLead(props: ComponentProps<typeof LeadActivity>) {
  return (
    <Region name="The activity" resetKey={props.lead.id}>
      <LeadActivity {...props} />
    </Region>
  )
}

/** Failing is no matter: looking at it tries again and tells. */
function prefetchActivity(): void {
  loadActivity().catch(() => {})
}
