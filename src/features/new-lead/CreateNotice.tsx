import { formatDateTime } from '#fields/value-format.ts'
import { RouteLink } from '#lib/navigation.ts'
import { describeFailure } from '#model/failure.ts'
import type { LeadRow } from '#model/lead.ts'
import { leadPath } from '#model/paths.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { linkClass } from '#ui/link-class.ts'

import type { CreateState } from './use-create-once.ts'

/** What became of the last try, where it did not simply work. */
export function CreateNotice({
  state,
  messages,
  onCheck,
  onAccept,
  onReject,
}: {
  state: CreateState
  /** Messages of a refusal that belong to no input. */
  messages: readonly string[]
  onCheck: () => void
  onAccept: (lead: LeadRow) => void
  onReject: () => void
}) {
  if (state.kind === 'refused' && messages.length > 0) {
    return (
      <Banner tone="bad" live>
        {messages.join(' ')}
      </Banner>
    )
  }
  if (state.kind === 'arrived') {
    const { lead } = state
    return (
      <Banner
        tone="warn"
        live
        actions={
          <>
            <Button size="sm" onClick={onReject}>
              It is another lead
            </Button>
            <Button size="sm" variant="primary" onClick={() => onAccept(lead)}>
              Open it
            </Button>
          </>
        }
      >
        {'It did arrive: '}
        <RouteLink to={leadPath(lead.id)} className={linkClass}>
          {lead.display_name || 'Untitled'}
        </RouteLink>
        {lead.date_created && ` was created on ${formatDateTime(lead.date_created)}`}.
      </Banner>
    )
  }
  if (state.kind !== 'unknown') return null
  return (
    <Banner
      tone={state.looked === 'absent' ? 'warn' : 'bad'}
      live
      actions={
        state.looked !== 'impossible' && (
          <Button size="sm" busy={state.looked === 'looking'} onClick={onCheck}>
            {state.looked === 'absent' ? 'Look again' : 'Look for it'}
          </Button>
        )
      }
    >
      {unknownText(state)}
    </Banner>
  )
}

function unknownText({ failure, looked }: Extract<CreateState, { kind: 'unknown' }>): string {
  switch (looked) {
    case 'absent':
      return 'No such lead is there yet. A new one can take a minute to be found; if you are sure, create it again.'
    case 'failed':
      return 'The server could not be asked whether the lead was created. Try again in a moment; nothing you typed is lost.'
    case 'impossible':
      return `${describeFailure(failure)} It is not known whether the lead was created. Look at the list of leads before you create it again.`
    default:
      return `${describeFailure(failure)} It is not known whether the lead was created. Leadlight looks for it before it sends it again.`
  }
}
