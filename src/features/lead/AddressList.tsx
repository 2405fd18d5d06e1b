import { latestLead } from '#data/latest-lead.ts'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import type { Address } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { showToast } from '#ui/toast.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { memo, useRef, useState } from 'react'

import { changeAddresses, toAddressValues, type AddressChange } from './address-list.ts'
import { valueText } from './change-words.ts'
import { AddressForm } from './AddressForm.tsx'
import { addressName, AddressRow } from './AddressRow.tsx'
import { PaneSection } from './PaneSection.tsx'
import { SaveNote } from '#fields/SaveNote.tsx'
import { useLeadField } from './use-lead-field.ts'

type Edited = { at: number; address: Address | null }

/** A lead's addresses, each edited or removed by itself. */
export const AddressList = memo(function AddressList({
  leadId,
  addresses,
}: {
  leadId: string
  addresses: readonly Address[]
}) {
  const client = useQueryClient()
  const { save, set } = useLeadField<Address[]>(leadId, 'addresses', 'The address list')
  /** The form that is open: where it stands, and the address it is about; null for a new one. */
  const [edited, setEdited] = useState<Edited | null>(null)
  /** Where a form was open last, and so where the focus goes when it closes. */
  const [lastAt, setLastAt] = useState(Infinity)
  const addButton = useRef<HTMLButtonElement>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  useReturnFocus(edited !== null, lastAt === Infinity ? addButton : editButton)

  // What was refused stays on the screen, to be corrected.
  const refused = save.kind === 'failed' ? save.wanted : undefined
  const shown = refused ?? addresses

  /** The list goes as a whole, so it is made from what is known now, not from what was known at the last drawing. */
  function commit(change: AddressChange) {
    const known = refused ?? latestLead(client, leadId)?.addresses ?? addresses
    const next = changeAddresses(known, change)
    if (JSON.stringify(next) !== JSON.stringify(known)) set(next)
  }
  function open(next: Edited) {
    setEdited(next)
    setLastAt(next.at)
  }
  const close = () => setEdited(null)
  function remove(address: Address) {
    commit({ kind: 'remove', address })
    addButton.current?.focus()
    showToast({
      kind: 'good',
      message: `Removed address ${addressName(address)}`,
      action: {
        label: 'Undo',
        onAction: () => commit({ kind: 'edit', address, values: toAddressValues(address) }),
      },
    })
  }

  const lines = shown.map((address, i) =>
    edited?.at === i ? null : (
      <AddressRow
        key={i}
        address={address}
        editRef={i === lastAt ? editButton : undefined}
        onEdit={() => open({ at: i, address })}
        onRemove={() => remove(address)}
      />
    ),
  )
  if (edited) {
    const { address } = edited
    // Its key keeps what is typed when the list around it changes.
    const form = (
      <li key="form">
        <AddressForm
          title={address ? 'Edit address' : 'New address'}
          values={address ? toAddressValues(address) : { ...toAddressValues({}), label: 'business' }}
          onSave={(values) => {
            commit(address ? { kind: 'edit', address, values } : { kind: 'add', values })
            close()
          }}
          onCancel={close}
        />
      </li>
    )
    lines.splice(edited.at, 0, form)
  }

  return (
    <PaneSection
      title="Addresses"
      count={shown.length}
      actions={
        <Button
          ref={addButton}
          variant="ghost"
          size="sm"
          icon={<Plus />}
          disabledReason={edited ? 'Finish the open address first.' : null}
          onClick={() => open({ at: Infinity, address: null })}
        >
          Add address
        </Button>
      }
    >
      <ul>{lines}</ul>
      <SaveNote
        save={save}
        label="The address list"
        valueText={(list) => valueText('addresses', list, { fields: [] })}
      />
    </PaneSection>
  )
})
