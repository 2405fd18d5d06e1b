import { navigate, useAddress } from '#lib/navigation.ts'
import type { LeadRow } from '#model/lead.ts'
import { leadPath, leadsPath, PLAIN_VIEW, viewSearch } from '#model/paths.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Building2, Table2 } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

import { matchingCommands, paletteCommands } from './palette-commands.ts'
import { PaletteInput } from './PaletteInput.tsx'
import { PaletteList, type PaletteEntry, type PaletteGroup } from './PaletteList.tsx'
import { PaletteNote } from './PaletteNote.tsx'
import { undoCommands } from './undo-commands.ts'
import { useFoundLeads, useRecentLeads } from './use-palette-leads.ts'

/** Finds leads and commands by typing; open as long as it is rendered. */
export function Palette({
  initialText = '',
  onClose,
  onShowShortcuts,
}: {
  initialText?: string
  onClose: () => void
  onShowShortcuts: () => void
}) {
  const client = useQueryClient()
  const listId = useId()
  const [text, setText] = useState(initialText)
  /** The entry that the person moved to; the first one until then. */
  const [chosen, setChosen] = useState<string | null>(null)
  const { segments } = useAddress()
  const found = useFoundLeads(text)
  const recent = useRecentLeads(segments[0] === 'leads' ? segments[1] : undefined)
  const q = text.trim()

  const groups: PaletteGroup[] = [
    { name: 'Recently opened', entries: q ? [] : recent.map(leadEntry) },
    {
      name: 'Commands',
      entries: matchingCommands([...undoCommands(client), ...paletteCommands(navigate, onShowShortcuts)], q),
    },
    { name: 'Leads', entries: q ? [...found.rows.map(leadEntry), ...allEntry()] : [] },
  ]
  const entries = groups.flatMap((group) => group.entries)
  const at = entries.findIndex(({ id }) => id === chosen)
  const active = entries[Math.max(at, 0)]

  function leadEntry(lead: LeadRow): PaletteEntry {
    return {
      id: lead.id,
      label: lead.display_name ?? lead.id,
      detail: aboutLead(lead),
      icon: Building2,
      run: () => navigate(leadPath(lead.id)),
    }
  }

  /** Always there before the answer is, so that Enter never goes nowhere. */
  function allEntry(): PaletteEntry[] {
    if (found.total === 0) return []
    const run = () => navigate(leadsPath(viewSearch({ ...PLAIN_VIEW, q })))
    return [{ id: 'all', label: allLabel(found.total, q), icon: Table2, run }]
  }

  function run(entry: PaletteEntry | undefined) {
    if (!entry) return
    if (entry.id !== 'shortcuts') onClose() // the list of shortcuts takes the palette's place
    entry.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const last = entries.length - 1
    const now = Math.max(at, 0)
    const to = {
      ArrowDown: now === last ? 0 : now + 1,
      ArrowUp: now === 0 ? last : now - 1,
      PageDown: Math.min(now + 8, last),
      PageUp: Math.max(now - 8, 0),
    }[event.key]
    if (to !== undefined) setChosen(entries[to]?.id ?? null)
    else if (event.key === 'Enter') run(active)
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose()
    else return
    event.preventDefault()
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className="overlay fixed inset-0 z-50 flex items-start justify-center sm:p-4 sm:pt-[12vh]"
    >
      <Modal className="sheet h-full w-full bg-raised shadow-pop sm:h-auto sm:max-w-xl sm:rounded-lg">
        <Dialog
          aria-label="Search and commands"
          className="flex max-h-dvh flex-col outline-none sm:max-h-[64vh]"
        >
          <PaletteInput
            listId={listId}
            activeId={active && `${listId}-${active.id}`}
            value={text}
            onChange={(next) => {
              setText(next)
              setChosen(null)
            }}
            onKeyDown={onKeyDown}
            onClose={onClose}
          />
          <PaletteList id={listId} groups={groups} activeId={active?.id} onActive={setChosen} onPick={run} />
          <PaletteNote q={q} found={found} isEmpty={entries.length === 0} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function allLabel(total: number | undefined, q: string): string {
  if (total === undefined) return `Search the table for “${q}”`
  return total === 1
    ? 'Open the result in the table'
    : `Open all ${total.toLocaleString('en-US')} results in the table`
}

/** What tells two leads of one name apart: status, then a contact. */
function aboutLead(lead: LeadRow): string {
  return [lead.status_label, lead.contacts?.[0]?.display_name].filter(Boolean).join(' · ')
}
