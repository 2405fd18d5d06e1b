import { ok, type Call, type Reply } from '#mocks/engine/call.ts'
import { invalid, Refusal } from '#mocks/engine/http/refusal.ts'
import { Problems, readKnown, text } from '#mocks/engine/http/validate.ts'
import { runningMerges } from '#mocks/engine/jobs.ts'
import { demandPermission } from '#mocks/engine/permissions.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { startMerge } from '#mocks/engine/writes/merge.ts'

/** `POST /lead/merge/`; needs `merge_leads`. Source: Lead API, "Merge two leads"; contract 9. */
export function postMerge(call: Call): Reply {
  demandPermission(call, 'merge_leads')
  const problems = new Problems()
  const { source, destination } = readKnown(call.body, { source: text, destination: text }, problems, [
    'source',
    'destination',
  ])
  problems.refuse()
  if (source === destination)
    throw invalid({ destination: 'Source and destination must be different leads.' })
  const from = demandLead(call, source, 'Source')
  const into = demandLead(call, destination, 'Destination')
  refuseCrosswise(call, from, into)
  startMerge(call, from, into)
  return ok(call.switches.emptyMergeAnswer ? {} : { status: 'ok' })
}

function demandLead(call: Call, id: unknown, side: 'Source' | 'Destination'): Rec {
  const lead = typeof id === 'string' ? call.tx.get('lead', id) : undefined
  if (!lead) throw new Refusal(404, { errors: [`${side} lead does not exist.`] })
  return lead
}

/**
 * While a merge runs, its leads may not take part in another one, except that more leads may be merged into
 * the same destination: crosswise merges could lose both leads. The real service is not known to guard against
 * this [guess: status and text].
 */
function refuseCrosswise(call: Call, source: Rec, destination: Rec): void {
  for (const merge of runningMerges(call.tx)) {
    const losesLead =
      merge.source === source.id || merge.source === destination.id || merge.destination === source.id
    if (losesLead)
      throw invalid({}, ['One of these leads is being merged right now. Please try again later.'])
  }
}
