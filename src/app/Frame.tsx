import { useHotkeys } from '#lib/hotkeys.ts'
import { navigate, useAddress } from '#lib/navigation.ts'
import { whenIdle } from '#lib/when-idle.ts'
import { IMPORT_PATH, leadsPath, mergePath, NEW_LEAD_PATH, SETTINGS_PATH } from '#model/paths.ts'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'

import { Layers, prefetchLayers, type Layer } from './Layers.tsx'
import { MainNav } from './MainNav.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { noteRecentLead } from './recent-leads.ts'
import { SignedOutBanner } from './SessionGate.tsx'
import { SlowDownNote } from './SlowDownNote.tsx'
import { usePageFocus } from './use-page-focus.ts'

/** Late enough to leave the line to the first rows of the table. */
const PREFETCH_AFTER_MS = 2_500

/** Nobody needs it before the first rows; a page whose code for it cannot be fetched still works. */
const Overlays = lazy(() =>
  import('./Overlays.tsx').then(
    (m) => ({ default: m.Overlays as () => ReactNode }),
    () => ({ default: () => null }),
  ),
)

/** What stands around every page: navigation, command palette, shortcuts, toasts. */
export function Frame({ children }: { children: ReactNode }) {
  const { path, segments } = useAddress()
  const [layer, setLayer] = useState<Layer>(null)
  const main = useRef<HTMLElement>(null)
  const isNewLead = path === NEW_LEAD_PATH
  const leadId = segments[0] === 'leads' && !isNewLead ? segments[1] : undefined

  usePageFocus(main, isNewLead ? path : (segments[0] ?? ''), leadId ? '[data-lead] h2' : 'h1')
  useEffect(() => {
    if (leadId) noteRecentLead(leadId)
  }, [leadId])
  useEffect(() => whenIdle(prefetchLayers, PREFETCH_AFTER_MS), [])

  useHotkeys({
    '$mod+k': (event) => {
      event.preventDefault()
      setLayer('palette')
    },
    '?': () => setLayer('shortcuts'),
    'Shift+?': () => setLayer('shortcuts'),
    n: (event) => {
      event.preventDefault()
      navigate(NEW_LEAD_PATH)
    },
    '/': (event) => {
      event.preventDefault()
      if (focusSearch(main.current)) return
      navigate(leadsPath())
      requestAnimationFrame(() => focusSearch(main.current))
    },
    'g l': () => navigate(leadsPath()),
    'g i': () => navigate(IMPORT_PATH),
    'g m': () => navigate(mergePath()),
    'g s': () => navigate(SETTINGS_PATH),
  })

  return (
    <div className="flex h-full flex-col-reverse md:flex-row">
      <a
        href="#content"
        onClick={(event) => {
          event.preventDefault() // the address stays as it is
          main.current?.focus()
        }}
        className="sr-only z-50 rounded-md bg-raised font-medium text-accent shadow-pop focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:p-2"
      >
        Skip to content
      </a>
      <MainNav
        onSearch={() => setLayer('palette')}
        onShortcuts={() => setLayer('shortcuts')}
        onNear={prefetchLayers}
      />
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineBanner />
        <SignedOutBanner />
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="relative min-h-0 min-w-0 flex-1 overflow-clip outline-none"
        >
          {children}
        </main>
        <SlowDownNote />
      </div>
      <Suspense>
        <Overlays />
      </Suspense>
      <Layers layer={layer} onChange={setLayer} />
    </div>
  )
}

/** Goes to the search box of the page; false when it has none. */
function focusSearch(main: HTMLElement | null): boolean {
  const box = main?.querySelector<HTMLInputElement>('input[type="search"]')
  box?.focus()
  box?.select()
  return Boolean(box)
}
