import { useFoundLeads } from '#data/use-found-leads.ts'
import { LeadPickerBox } from '#fields/LeadPickerBox.tsx'
import type { LeadRow } from '#model/lead.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { useState } from 'react'

/** Asks which lead a contact goes to. */
export function MoveContactDialog({
  name,
  leadId,
  onMove,
  onCancel,
}: {
  /** The contact's. */
  name: string
  /** Where the contact is now: never offered. */
  leadId: string
  onMove: (to: LeadRow) => void
  onCancel: () => void
}) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<LeadRow | null>(null)
  const found = useFoundLeads(text, leadId)
  return (
    <Dialog
      title={`Move ${name} to another lead`}
      description={`${name} goes there with emails, phones and fields. Notes, calls, tasks and opportunities stay here.`}
      onClose={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={chosen ? null : 'Choose a lead first.'}
            onClick={() => chosen && onMove(chosen)}
          >
            Move contact
          </Button>
        </>
      }
    >
      <LeadPickerBox
        label="Lead"
        labelHidden={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- for what a person has just opened
        autoFocus
        {...found}
        chosen={chosen}
        onType={setText}
        onChoose={setChosen}
      />
    </Dialog>
  )
}
