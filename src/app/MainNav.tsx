import { RouteLink, useAddress } from '#lib/navigation.ts'
import { PHONE, useMedia } from '#lib/use-media.ts'
import { leadsPath } from '#model/paths.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { clsx } from 'clsx'
import { CircleHelp, Command, Search } from 'lucide-react'

import { ModeBadge } from './ModeBadge.tsx'
import { NAV_ITEMS } from './nav-items.ts'
import { QueueSlot } from './QueueSlot.tsx'

const ITEM =
  'flex h-12 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-2xs md:size-9 md:flex-none'
const QUIET = 'text-muted hover:bg-hover hover:text-text'

/** The places of the app: a rail at the side, a bar at the bottom of a phone. */
export function MainNav({
  onSearch,
  onShortcuts,
  onNear,
}: {
  onSearch: () => void
  onShortcuts: () => void
  /** A pointer or the focus comes near what opens a layer: the time to fetch its code. */
  onNear: () => void
}) {
  const { path } = useAddress()
  const isPhone = useMedia(PHONE)
  const near = { onPointerEnter: onNear, onFocus: onNear }
  return (
    <nav
      aria-label="Main"
      // Toasts rise above what is marked so.
      data-sticky-footer={isPhone || undefined}
      className="flex shrink-0 flex-wrap items-center gap-x-1 border-t border-line bg-canvas px-2 pb-[env(safe-area-inset-bottom)] md:w-14 md:flex-col md:flex-nowrap md:gap-y-1 md:border-t-0 md:border-r md:px-0 md:py-3"
    >
      {isPhone ? (
        <>
          <ModeBadge isPhone />
          <QueueSlot />
        </>
      ) : (
        <RouteLink
          to={leadsPath()}
          aria-label="Leadlight, to the leads"
          className="mb-2 flex size-9 items-center justify-center rounded-md"
        >
          <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width={24} height={24} />
        </RouteLink>
      )}
      {NAV_ITEMS.map(({ label, path: to, icon: Icon, keys, load }) => {
        const isHere = path === to || path.startsWith(`${to}/`)
        // Failing is no matter: the page itself tells when its code can't be had.
        const prefetch = () => void load?.().catch(() => {})
        return (
          <RouteLink
            key={to}
            to={to}
            aria-current={isHere ? 'page' : undefined}
            aria-label={label}
            data-tooltip={isPhone ? undefined : label}
            data-tooltip-keys={keys}
            onPointerEnter={prefetch}
            onFocus={prefetch}
            className={clsx(ITEM, isHere ? 'text-accent md:bg-selected' : QUIET)}
          >
            <Icon aria-hidden className="size-5 md:size-4.5" />
            {isPhone && <span aria-hidden>{label}</span>}
          </RouteLink>
        )
      })}
      {isPhone ? (
        <button
          type="button"
          aria-label="Search and commands"
          onClick={onSearch}
          {...near}
          className={clsx(ITEM, QUIET)}
        >
          <Search aria-hidden className="size-5" />
          <span aria-hidden>Search</span>
        </button>
      ) : (
        <div className="mt-auto flex flex-col items-center gap-1">
          <QueueSlot />
          <IconButton
            label="Search and commands"
            shortcut="Mod+K"
            icon={<Command />}
            onClick={onSearch}
            {...near}
          />
          <IconButton
            label="Keyboard shortcuts"
            shortcut="?"
            icon={<CircleHelp />}
            onClick={onShortcuts}
            {...near}
          />
          <ModeBadge />
        </div>
      )}
    </nav>
  )
}
