import { listOf, textOf } from '#mocks/engine/record.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { DAY, stampOf } from './calendar.ts'
import type { MadeContact } from './contacts.ts'
import { PRIORITIES, TECHNOLOGIES } from './fields.ts'
import { momentBetween, type Maker } from './maker.ts'
import { DESCRIPTIONS } from './texts.ts'

/** Events are kept for so long. Source: contract 19. */
const KEPT = 30 * DAY

/**
 * The events of a lead in the last 30 days: its creation, and changes of single fields by one or two colleagues, each
 * from what was there before, the last one to what is there now. `maker` has chance of its own. Source: contract 19.
 */
export function makeEvents(maker: Maker, lead: Rec, contacts: readonly MadeContact[]): void {
  const { dice, isRich, now, setup } = maker
  if (!isRich) return
  const since = Math.max(now - KEPT + DAY, timeOf(lead, 'date_created'))
  const until = timeOf(lead, 'date_updated')
  if (until < since) return
  const isNew = timeOf(lead, 'date_created') === since
  const changes = until > since ? inventChanges(maker, lead, dice.between(1, 3)) : []
  const moments = changes.map(() => momentBetween(dice, since, until)).sort((a, b) => a - b)
  if (moments.length > 0) moments[moments.length - 1] = until

  // Backwards from what the lead is now, as only that is known.
  let data = ownData(maker, lead, contacts)
  const events: Rec[] = []
  for (const [nth, previous] of [...changes.entries()].reverse()) {
    const at = moments[nth] ?? until
    const changed = [...Object.keys(previous), 'date_updated']
    const earlier = stampOf(nth === 0 ? timeOf(lead, 'date_created') : (moments[nth - 1] ?? since))
    events.push(
      event(maker, lead, at, dice.pick(setup.userIds), {
        action: 'updated',
        changed_fields: changed,
        data: { ...data, date_updated: stampOf(at) },
        previous_data: { ...previous, date_updated: earlier },
      }),
    )
    data = withoutNothing({ ...data, ...previous })
  }
  if (isNew) {
    const own = { ...data, date_updated: textOf(lead, 'date_created') }
    events.push(
      event(maker, lead, since, textOf(lead, 'created_by'), {
        action: 'created',
        changed_fields: [],
        data: own,
        previous_data: {},
      }),
    )
  }
  for (const one of events.reverse()) maker.put('event', one)
}

/** What some fields held before they changed, one change each, no field twice. */
function inventChanges({ dice, setup }: Maker, lead: Rec, count: number): Record<string, unknown>[] {
  const { keys } = setup
  const other = <T>(values: readonly T[], now: unknown) => dice.pick(values.filter((value) => value !== now))
  const status = other(
    setup.leadStatuses,
    setup.leadStatuses.find(({ id }) => id === lead['status_id']),
  )
  const possible: Record<string, unknown>[] = [
    { status_id: status.id, status_label: status.label },
    { description: other(['', ...DESCRIPTIONS], lead['description']) },
    { [keys.owner]: other(setup.userIds, lead[keys.owner]) },
    { [keys.priority]: other([null, ...PRIORITIES], lead[keys.priority] ?? null) },
    { [keys.technologies]: dice.some(TECHNOLOGIES, 1 + dice.below(3)) },
    { url: lead['url'] === null ? 'https://old-site.example' : null },
  ]
  const changed = possible.filter((previous) =>
    Object.entries(previous).some(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(lead[key] ?? null),
    ),
  )
  return dice.some(changed, count)
}

/** A lead's own fields as events carry them. Without a name it goes by its first contact's (contract 8.1). */
function ownData({ setup }: Maker, lead: Rec, contacts: readonly MadeContact[]): Record<string, unknown> {
  const nameOf = (id: unknown) => setup.colleagues.find((one) => one.id === id)?.name ?? null
  const { contact_ids, created_by, updated_by, date_created, date_updated, ...own } = lead
  return {
    ...own,
    display_name: textOf(lead, 'name') || contacts[0]?.name || 'Untitled',
    html_url: `https://app.close.com/lead/${lead.id}/`,
    status_label: setup.leadStatuses.find(({ id }) => id === lead['status_id'])?.label ?? null,
    addresses: listOf(lead, 'addresses'),
    contact_ids,
    created_by,
    created_by_name: nameOf(created_by),
    updated_by,
    updated_by_name: nameOf(updated_by),
    date_created,
    date_updated,
  }
}

/** A custom field without a value is absent. Source: contract 8.1. */
function withoutNothing(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => value !== null || !key.startsWith('custom.')),
  )
}

function event(
  maker: Maker,
  lead: Rec,
  at: number,
  userId: string | null,
  own: Record<string, unknown>,
): Rec {
  const date = stampOf(at).slice(0, -'+00:00'.length)
  const isCreation = own['action'] === 'created'
  return {
    id: maker.newId('ev_'),
    date_created: date,
    date_updated: date,
    organization_id: maker.setup.organizationId,
    user_id: userId,
    request_id: maker.newId('req_'),
    api_key_id: null,
    object_type: 'lead',
    object_id: lead.id,
    lead_id: lead.id,
    ...own,
    meta: {
      request_method: isCreation ? 'POST' : 'PUT',
      request_path: isCreation ? '/api/v1/lead/' : `/api/v1/lead/${lead.id}/`,
    },
  }
}

function timeOf(lead: Rec, key: string): number {
  return Date.parse(textOf(lead, key) ?? '')
}
