import { navigate, useAddress } from '#lib/navigation.ts'
import { leadsPath } from '#model/paths.ts'
import { lazy, useEffect } from 'react'

import { Region } from './Region.tsx'
import { LeadsScreen } from './screens/LeadsScreen.tsx'
import { NotFoundScreen } from './screens/NotFoundScreen.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

const NewLeadScreen = lazy(() =>
  import('./screens/NewLeadScreen.tsx').then((m) => ({ default: m.NewLeadScreen })),
)
const ImportScreen = lazy(() =>
  import('./screens/ImportScreen.tsx').then((m) => ({ default: m.ImportScreen })),
)
const MergeScreen = lazy(() => import('./screens/MergeScreen.tsx').then((m) => ({ default: m.MergeScreen })))
const SettingsScreen = lazy(() =>
  import('./screens/SettingsScreen.tsx').then((m) => ({ default: m.SettingsScreen })),
)

/** What the present address shows. */
export function Screen() {
  const { segments, path } = useAddress()
  const page = pageOf(segments)
  useEffect(() => {
    if (page === 'home') navigate(leadsPath(location.search), { replace: true })
  }, [page])

  return (
    <Region name="This page" resetKey={path} loading={<PageSkeleton />}>
      {page === 'leads' && <LeadsScreen leadId={segments[1] ?? null} />}
      {page === 'new' && <NewLeadScreen />}
      {page === 'import' && <ImportScreen />}
      {page === 'merge' && <MergeScreen />}
      {page === 'settings' && <SettingsScreen />}
      {page === 'unknown' && <NotFoundScreen />}
    </Region>
  )
}

type Page = 'home' | 'leads' | 'new' | 'import' | 'merge' | 'settings' | 'unknown'

function pageOf(segments: readonly string[]): Page {
  const [first, second] = segments.filter(Boolean)
  const depth = segments.filter(Boolean).length
  if (first === undefined) return 'home'
  if (first === 'leads' && depth === 2 && second === 'new') return 'new'
  if (first === 'leads' && depth <= 2) return 'leads'
  if (depth === 1 && (first === 'import' || first === 'merge' || first === 'settings')) return first
  return 'unknown'
}
