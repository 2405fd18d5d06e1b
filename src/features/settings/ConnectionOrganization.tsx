import { switchOrganization } from '#data/switch-organization.ts'
import { useUnsent } from '#data/use-unsent.ts'
import type { Me, Organization } from '#model/organization.ts'
import { unsentText } from '#model/unsent-text.ts'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { Select } from '#ui/Select.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** Says which organisation this tab works in, and changes it after telling what goes with it. */
export function ConnectionOrganization({
  all,
  current,
}: {
  all: Me['organizations']
  current: Organization
}) {
  const client = useQueryClient()
  const unsent = unsentText(useUnsent())
  const [wanted, setWanted] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const options = all.map(({ id, name }) => ({ id, label: name || id }))

  async function change(id: string) {
    setBusy(true)
    await switchOrganization(client, id)
    setBusy(false)
    setWanted(null)
  }

  return (
    <>
      <Select
        label="Organisation"
        options={options}
        value={current.id}
        onChange={setWanted}
        disabledReason={unsent && `${unsent}. Save or discard what you changed first.`}
        className="max-w-xs"
      />
      {wanted !== null && (
        <ConfirmDialog
          title={`Work in ${options.find(({ id }) => id === wanted)?.label ?? wanted}?`}
          confirmLabel="Change organisation"
          busy={isBusy}
          onCancel={() => setWanted(null)}
          onConfirm={() => void change(wanted)}
        >
          Drafts and everything read from {current.name} leave this tab. Other tabs stay where they are.
        </ConfirmDialog>
      )}
    </>
  )
}
