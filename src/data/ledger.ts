import type { Lead } from '#model/lead.ts'
import { withoutSuperseded, type LeadEdit } from '#model/lead-edit.ts'
import type { Failure } from '#model/failure.ts'
import type { Patch } from '#model/lead-patch.ts'
import { Store } from '@tanstack/react-store'

/**
 * What this tab did that the server's lists may not show yet: edits on their way, leads as the server last
 * answered them to a write, leads made, deleted and merged away. Screens read server state through it.
 */
export type Ledger = {
  edits: readonly LeadEdit[]
  /** The newest whole answer to a write or a read of one lead. */
  known: ReadonlyMap<string, Lead>
  created: readonly { lead: Lead; at: number }[]
  /** Leads that are gone for this person: deleted (perhaps not sent yet), or merged into the named lead. */
  gone: ReadonlyMap<string, Gone>
}
export type Gone = { kind: 'deleted' } | { kind: 'merged'; into: string }

/** How long a list may lag behind a write, in milliseconds. Source: contract 3, "read-your-writes". */
export const LIST_LAG_MS = 60_000

const EMPTY: Ledger = { edits: [], known: new Map(), created: [], gone: new Map() }

export const ledger = new Store<Ledger>(EMPTY)

let lastKey = 0

/** Notes an edit that is about to be sent; it shows at once, and takes the place of a refused one of its field. */
export function noteEdit(leadId: string, patch: Patch): LeadEdit {
  lastKey += 1
  const edit: LeadEdit = { key: lastKey, leadId, patch, state: { kind: 'waiting' } }
  ledger.setState((now) => ({ ...now, edits: withoutSuperseded([...now.edits, edit]) }))
  return edit
}

/** The server took the edit: its answer replaces it. */
export function acknowledgeEdit(edit: LeadEdit, answer: Lead): void {
  ledger.setState((now) => ({
    ...now,
    edits: now.edits.filter(({ key }) => key !== edit.key),
    known: withKnown(now.known, answer),
  }))
}

/** The server refused the edit: only its fields fall back, and it stays until it is retried or discarded. */
export function failEdit(edit: LeadEdit, failure: Failure): void {
  ledger.setState((now) => ({
    ...now,
    edits: withoutSuperseded(
      now.edits.map((other) =>
        other.key === edit.key ? { ...other, state: { kind: 'failed', failure } } : other,
      ),
    ),
  }))
}

/** Forgets an edit, e.g. a failed one that the person gave up or retries. */
export function dropEdit(edit: LeadEdit): void {
  ledger.setState((now) => ({ ...now, edits: now.edits.filter(({ key }) => key !== edit.key) }))
}

/** Notes a lead as the server answered it, unless a newer answer is known. */
export function noteKnown(lead: Lead): void {
  ledger.setState((now) => ({ ...now, known: withKnown(now.known, lead) }))
}

/** Notes a lead that was just made, so that a lagging list shows it all the same. */
export function noteCreated(lead: Lead): void {
  const at = Date.now()
  ledger.setState((now) => ({
    ...now,
    known: withKnown(now.known, lead),
    created: [{ lead, at }, ...now.created.filter((entry) => at - entry.at < LIST_LAG_MS)],
  }))
}

/** Hides a lead that was deleted or merged away, whatever a stale list still says. */
export function noteGone(id: string, gone: Gone): void {
  ledger.setState((now) => ({ ...now, gone: new Map(now.gone).set(id, gone) }))
}

/** Shows a lead again: its deletion was undone or refused. */
export function noteBack(id: string): void {
  ledger.setState((now) => {
    const gone = new Map(now.gone)
    gone.delete(id)
    return { ...now, gone }
  })
}

/** Forgets everything: another organisation, another data set, a test. */
export function clearLedger(): void {
  ledger.setState(() => EMPTY)
}

function withKnown(known: ReadonlyMap<string, Lead>, lead: Lead): ReadonlyMap<string, Lead> {
  const before = known.get(lead.id)
  if (before && before.date_updated > lead.date_updated) return known
  return new Map(known).set(lead.id, lead)
}
