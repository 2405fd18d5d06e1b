import { useLeadChanges } from '#data/use-lead-changes.ts'
import type { Contact } from '#model/lead.ts'
import { Select } from '#ui/Select.tsx'
import { useMemo, useState } from 'react'

import { fieldLabel } from './change-words.ts'
import { ChangeList } from './ChangeList.tsx'
import { useChangeContext } from './use-change-context.ts'

const ALL = ''

/** Who changed what on the lead, of all fields or one of those that were changed. */
export function LeadChanges({
  leadId,
  contacts,
}: {
  leadId: string
  contacts: readonly Contact[] | undefined
}) {
  const [field, setField] = useState(ALL)
  const { changes } = useLeadChanges(leadId)
  const { fields } = useChangeContext(contacts)
  const options = useMemo(() => {
    const changed = new Set(changes?.flatMap((change) => change.fields.map((one) => one.field)))
    const labels = [...changed].map((id) => ({ id, label: fieldLabel(id, fields) }))
    return [{ id: ALL, label: 'All fields' }, ...labels.sort((a, b) => a.label.localeCompare(b.label))]
  }, [changes, fields])
  return (
    <section aria-label="Changes of the lead" className="px-4 pt-3 pb-4">
      {options.length > 2 && (
        <div className="w-56 max-w-full pb-2">
          <Select label="Changed field" options={options} value={field} onChange={setField} />
        </div>
      )}
      <ChangeList leadId={leadId} contacts={contacts} field={field === ALL ? null : field} />
    </section>
  )
}
