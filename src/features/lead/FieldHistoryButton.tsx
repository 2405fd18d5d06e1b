import { leadKeys } from '#data/keys.ts'
import type { Lead } from '#model/lead.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'

const loadPopover = () => import('#ui/Popover.tsx')
const loadList = () => import('./ChangeList.tsx')
const Popover = lazy(() => loadPopover().then((m) => ({ default: m.Popover })))
const ChangeList = lazy(() => loadList().then((m) => ({ default: m.ChangeList })))

/**
 * Opens who changed one field of the lead, and when. It shows while the pointer is over an element of the group
 * "field" and takes no stop of the Tab key for each field: by keyboard the part "Changes" tells the same.
 */
export function FieldHistoryButton({
  leadId,
  field,
  label,
}: {
  leadId: string
  /** A wire key such as `status_id` or `custom.cf_…`. */
  field: string
  /** What people call the field. */
  label: string
}) {
  const client = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const name = `History of ${label}`
  return (
    <>
      <IconButton
        ref={button}
        label={name}
        icon={<History />}
        size="xs"
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => {
          void loadPopover()
          void loadList()
        }}
        onClick={() => setOpen(true)}
        className="absolute top-1 left-[5.25rem] z-1 bg-surface opacity-0 group-hover/field:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 sm:left-[7.25rem] pointer-coarse:hidden"
      />
      {isOpen && (
        <Suspense>
          <Popover label={name} triggerRef={button} className="w-80" onClose={() => setOpen(false)}>
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
