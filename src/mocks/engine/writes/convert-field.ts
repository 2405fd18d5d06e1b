import type { Call } from '#mocks/engine/call.ts'
import { endJob, startJob, type ConversionJob } from '#mocks/engine/jobs.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { update } from './save.ts'

/** What goes with a type and is of no use before it. */
const WITH_TYPE = ['type', 'choices', 'accepts_multiple_values', 'referenced_custom_type_id']

/**
 * Changes a definition with a new type: at once, or with the `slowConversion` switch when its time has passed.
 * Until then the field has its old type and says which it is converting to. Source: contract 14,
 * `converting_to_type`.
 */
export function convertField(call: Call, field: Rec, patch: Readonly<Record<string, unknown>>): Rec {
  const { slowConversion } = call.switches
  if (slowConversion === 0) return update(call, 'custom_field', { ...field, ...patch })
  const [later, now] = split(patch)
  startJob(call, {
    kind: 'conversion',
    id: field.id,
    patch: later,
    dueAt: call.now + slowConversion,
    userId: call.callerId,
  })
  return update(call, 'custom_field', { ...field, ...now, converting_to_type: later['type'] })
}

/** Completes a conversion whose time has come. */
export function finishConversion(call: Call, job: ConversionJob): void {
  endJob(call, job.id)
  const field = call.tx.get('custom_field', job.id)
  if (!field) return
  const { converting_to_type: _done, ...rest } = field
  update(call, 'custom_field', { ...rest, ...job.patch })
}

function split(patch: Readonly<Record<string, unknown>>): [Record<string, unknown>, Record<string, unknown>] {
  const entries = Object.entries(patch)
  return [
    Object.fromEntries(entries.filter(([key]) => WITH_TYPE.includes(key))),
    Object.fromEntries(entries.filter(([key]) => !WITH_TYPE.includes(key))),
  ]
}
