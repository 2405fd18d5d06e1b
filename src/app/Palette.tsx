import { leadQueries } from '#data/lead-queries.ts'
import { navigate } from '#lib/navigation.ts'
import { useDebounced } from '#lib/use-debounced.ts'
import { describeFailure, toFailure } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { leadPath } from '#model/paths.ts'
import { searchQuery } from '#model/search.ts'
import { Kbd } from '#ui/Kbd.tsx'
import { useQuery } from '@tanstack/react-query'
import { Search, Users } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'

import { matchingCommands, paletteCommands } from './palette-commands.ts'

/** Finds leads and commands by typing; open as long as it is rendered. */
export function Palette({ onClose, onShowShortcuts }: { onClose: () => void; onShowShortcuts: () => void }) {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), 120)
  const query = useMemo(() => (q ? searchQuery({ q, filters: [] }, []) : null), [q])
  const found = useQuery(leadQueries.find(query))
  const leads = text.trim() ? (found.data ?? []) : []
  const commands = useMemo(
    () =>
      matchingCommands(
        paletteCommands((path) => {
          onClose()
          navigate(path)
        }, onShowShortcuts),
        text,
      ),
    [text, onClose, onShowShortcuts],
  )

  function run(key: string) {
    const command = commands.find(({ id }) => id === key)
    if (command) {
      if (command.id !== 'shortcuts') onClose()
      command.run()
      return
    }
    onClose()
    navigate(leadPath(key))
  }

  const message = found.error
    ? describeFailure(toFailure(found.error))
    : q && !found.isFetching && leads.length === 0 && commands.length === 0
      ? `Nothing matches “${q}”.`
      : null

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
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField aria-label="Find a lead or a command" className="relative border-b border-line">
              <Search aria-hidden className="absolute top-1/2 left-4 size-4 -translate-y-1/2 text-faint" />
              <Input
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to type into
                autoFocus
                placeholder="Find a lead or a command…"
                className="h-12 w-full bg-transparent pr-4 pl-11 text-base outline-none"
              />
            </TextField>
            {message && (
              <p role="status" className="px-4 py-6 text-center text-muted">
                {message}
              </p>
            )}
            <Menu
              aria-label="Results"
              onAction={(key) => run(String(key))}
              className="min-h-0 flex-1 overflow-y-auto p-1.5 outline-none empty:hidden"
            >
              {leads.length > 0 && (
                <MenuSection>
                  <Header className="px-2.5 pt-1.5 pb-1 text-2xs font-medium text-muted">Leads</Header>
                  {leads.map((lead) => (
                    <Line key={lead.id} id={lead.id} text={nameOf(lead)} icon={<Users className="size-4" />}>
                      <span className="truncate text-xs text-muted">{aboutLead(lead)}</span>
                    </Line>
                  ))}
                </MenuSection>
              )}
              {commands.length > 0 && (
                <MenuSection>
                  <Header className="px-2.5 pt-1.5 pb-1 text-2xs font-medium text-muted">Commands</Header>
                  {commands.map(({ id, label, icon: Icon, keys }) => (
                    <Line key={id} id={id} text={label} icon={<Icon className="size-4" />}>
                      {keys && <Kbd keys={keys.replace(' ', '+')} />}
                    </Line>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Line({
  id,
  text,
  icon,
  children,
}: {
  id: string
  text: string
  icon: ReactNode
  children?: ReactNode
}) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      className="flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 outline-none data-focused:bg-hover pointer-coarse:h-11"
    >
      <span aria-hidden className="text-faint">
        {icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{text}</span>
      {children}
    </MenuItem>
  )
}

function nameOf(lead: LeadRow): string {
  return lead.display_name ?? lead.id
}

/** What tells two leads of one name apart: status, then a contact. */
function aboutLead(lead: LeadRow): string {
  return [lead.status_label, lead.contacts?.[0]?.display_name].filter(Boolean).join(' · ')
}
