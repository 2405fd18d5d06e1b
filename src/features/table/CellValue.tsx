import { CustomValue } from '#fields/CustomValue.tsx'
import { DateText } from '#fields/DateText.tsx'
import { EmailLink } from '#fields/EmailLink.tsx'
import { PhoneLink } from '#fields/PhoneLink.tsx'
import { MoneyText } from '#fields/MoneyText.tsx'
import { StatusLabel } from '#fields/StatusLabel.tsx'
import { UrlLink } from '#fields/UrlLink.tsx'
import { UserText } from '#fields/UserText.tsx'
import { anyText } from '#fields/value-format.ts'
import type { LeadColumn } from '#model/lead-column.ts'
import type { LeadRow } from '#model/lead.ts'
import { userName } from '#model/organization.ts'
import { memo, useContext } from 'react'

import { nextTask, openOpportunities, primaryEmail, primaryPhone, shortAddress } from './cell-facts.ts'
import { LookupsContext } from './lookups.ts'

type CellValueProps = {
  column: LeadColumn
  lead: LeadRow
  /** Pixels of the column; needed only where several chips share the cell. */
  width?: number | undefined
}

/** A lead's value in a column, on one line; nothing when there is none. */
export const CellValue = memo(function CellValue({ column, lead, width }: CellValueProps) {
  const { statuses, users } = useContext(LookupsContext)
  const value = lead[column.id]

  if (column.customField) {
    return (
      <CustomValue
        field={column.customField}
        value={value}
        width={width}
        users={users}
        contacts={lead.contacts}
      />
    )
  }
  switch (column.kind) {
    case 'status': {
      // An edit names the status by id alone, so its label is looked up.
      const status = statuses.find(({ id }) => id === lead.status_id)
      return <StatusLabel label={status?.label ?? lead.status_label} />
    }
    case 'contacts':
      return (
        <Several
          values={(lead.contacts ?? []).map(({ name, display_name }) => name || display_name || 'Unnamed')}
        />
      )
    case 'email':
      return <EmailLink email={primaryEmail(lead)} />
    case 'phone': {
      const phone = primaryPhone(lead)
      return phone && <PhoneLink phone={phone.phone} formatted={phone.formatted} />
    }
    case 'url':
      return <UrlLink url={lead.url} />
    case 'address':
      return <Several values={(lead.addresses ?? []).map(shortAddress).filter(Boolean)} />
    case 'opportunities': {
      const { count, total } = openOpportunities(lead)
      if (count === 0) return null
      return (
        <span className="truncate tabular-nums">
          {count} open
          {total && (
            <>
              {' · '}
              <MoneyText {...total} />
            </>
          )}
        </span>
      )
    }
    case 'tasks': {
      const next = nextTask(lead)
      return (
        next && (
          <span className="truncate" title={next.text}>
            {next.count > 1 && <span className="text-muted">{next.count} · </span>}
            {next.date && (
              <>
                <DateText iso={next.date} />{' '}
              </>
            )}
            {next.text}
          </span>
        )
      )
    }
    case 'date':
    case 'datetime':
      return typeof value === 'string' ? <DateText iso={value} /> : null
    case 'user': {
      const user = users.find(({ id }) => id === value)
      return <UserText name={user ? userName(user) : lead.created_by_name} />
    }
    default:
      // A cell shows a line; the rest of a long text would only weigh.
      return <span className="truncate">{anyText(value).slice(0, LINE)}</span>
  }
})

/** Letters of a text that may ever be seen in a cell. */
const LINE = 300

/** The first of several texts, and how many more there are. */
function Several({ values }: { values: readonly string[] }) {
  const [first, ...others] = values
  if (first === undefined) return null
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={values.join(', ')}>
      <span className="truncate">{first}</span>
      {others.length > 0 && (
        <span className="shrink-0 text-xs text-muted tabular-nums">
          <span aria-hidden>+{others.length}</span>
          <span className="sr-only">, {others.join(', ')}</span>
        </span>
      )}
    </span>
  )
}
