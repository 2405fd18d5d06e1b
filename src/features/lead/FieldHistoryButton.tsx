import { leadKeys } from '#data/keys.ts'
import type { Lead } from '#model/lead.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'

const loadPopover = () => import('#ui/Popover.tsx')
const loadList = () => import('./ChangeList.tsx')
const Popover = lazy(() => loadPopover().then((m) => ({ default: m.Popover })))
const ChangeList = lazy(() => loadList().then((m) => ({ default: m.ChangeList })))

/** Fetches what a history needs ahead of time. Failing is no matter: opening one tries again. */
export function loadHistory(): void {
  Promise.all([loadPopover(), loadList()]).catch(() => {})
}

/** Opens who changed one field of the lead, and when; stands in a `HistoryField`, whose keys open it, too. */
export function FieldHistoryButton({
  leadId,
  field,
  label,
  tabIndex,
  isOpen,
  onOpenChange,
}: {
  leadId: string
  /** A wire key such as `status_id` or `custom.cf_…`. */
  field: string
  /** What people call the field. */
  label: string
  tabIndex: 0 | -1
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const client = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  const name = `History of ${label}`
  return (
    <>
      <IconButton
        ref={button}
        label={name}
        shortcut="Alt+H"
        icon={<History />}
        size="xs"
        tabIndex={tabIndex}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={loadHistory}
        onClick={() => onOpenChange(true)}
        className="absolute top-1 left-[5.25rem] z-1 bg-surface opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 aria-expanded:opacity-100 sm:left-[7.25rem] pointer-coarse:invisible"
      />
      {isOpen && (
        <Suspense>
          <Popover label={name} triggerRef={button} className="w-80" onClose={() => onOpenChange(false)}>
            <h3 className="pb-1 text-xs font-semibold text-muted">{name}</h3>
            <Suspense>
              <ChangeList
                leadId={leadId}
                contacts={client.getQueryData<Lead>(leadKeys.detail(leadId))?.contacts}
                field={field}
              />
            </Suspense>
          </Popover>
        </Suspense>
      )}
    </>
  )
}
