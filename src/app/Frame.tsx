import { useHotkeys } from '#lib/hotkeys.ts'
import { navigate, RouteLink, useAddress } from '#lib/navigation.ts'
import { IMPORT_PATH, leadsPath, mergePath, NEW_LEAD_PATH, SETTINGS_PATH } from '#model/paths.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Toasts } from '#ui/Toasts.tsx'
import { Tooltips } from '#ui/Tooltips.tsx'
import { clsx } from 'clsx'
import { CircleHelp, Command } from 'lucide-react'
import { lazy, useState, type ReactNode } from 'react'

import { ModeBadge } from './ModeBadge.tsx'
import { NAV_ITEMS } from './nav-items.ts'
import { Region } from './Region.tsx'

const Palette = lazy(() => import('./Palette.tsx').then((m) => ({ default: m.Palette })))
const ShortcutsDialog = lazy(() =>
  import('./ShortcutsDialog.tsx').then((m) => ({ default: m.ShortcutsDialog })),
)

type Layer = 'palette' | 'shortcuts' | null

/** What stands around every page: navigation, command palette, shortcuts, toasts. */
export function Frame({ children }: { children: ReactNode }) {
  const { path } = useAddress()
  const [layer, setLayer] = useState<Layer>(null)
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
    'g l': () => navigate(leadsPath()),
    'g i': () => navigate(IMPORT_PATH),
    'g m': () => navigate(mergePath()),
    'g s': () => navigate(SETTINGS_PATH),
  })

  return (
    <div className="flex h-full flex-col-reverse md:flex-row">
      <nav
        aria-label="Main"
        className="flex shrink-0 items-center gap-1 border-t border-line bg-canvas px-2 pb-[env(safe-area-inset-bottom)] md:w-14 md:flex-col md:border-t-0 md:border-r md:px-0 md:py-3"
      >
        <RouteLink
          to={leadsPath()}
          aria-label="Leadlight, to the leads"
          className="mb-2 hidden size-9 items-center justify-center rounded-md md:flex"
        >
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width={24} height={24} />
        </RouteLink>
        {NAV_ITEMS.map(({ label, path: to, icon: Icon, keys }) => {
          const isHere = path === to || path.startsWith(`${to}/`)
          return (
            <RouteLink
              key={to}
              to={to}
              aria-current={isHere ? 'page' : undefined}
              aria-label={label}
              data-tooltip={label}
              data-tooltip-keys={keys}
              className={clsx(
                'flex h-12 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-2xs md:size-9 md:flex-none',
                isHere ? 'text-accent md:bg-selected' : 'text-muted hover:bg-hover hover:text-text',
              )}
            >
              <Icon aria-hidden className="size-5 md:size-4.5" />
              <span aria-hidden className="md:hidden">
                {label}
              </span>
            </RouteLink>
          )
        })}
        <div className="hidden flex-col items-center gap-1 md:mt-auto md:flex">
          <IconButton
            label="Search and commands"
            shortcut="Mod+K"
            icon={<Command />}
            onClick={() => setLayer('palette')}
          />
          <IconButton
            label="Keyboard shortcuts"
            shortcut="?"
            icon={<CircleHelp />}
            onClick={() => setLayer('shortcuts')}
          />
          <ModeBadge />
        </div>
      </nav>
      <main className="min-h-0 min-w-0 flex-1">{children}</main>
      <Toasts />
      <Tooltips />
      {layer && (
        <Region name="This dialog" resetKey={layer}>
          {layer === 'palette' && (
            <Palette onClose={() => setLayer(null)} onShowShortcuts={() => setLayer('shortcuts')} />
          )}
          {layer === 'shortcuts' && <ShortcutsDialog onClose={() => setLayer(null)} />}
        </Region>
      )}
    </div>
  )
}
