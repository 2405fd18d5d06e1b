import type { EngineContext } from '#mocks/engine/call.ts'
import type { Reader, Rec } from '#mocks/engine/state.ts'
import { LeadFacts } from './lead-facts.ts'
import { ACTIVITY_SMART_FIELDS } from './smart-activities.ts'
import { CONTACT_SMART_FIELDS } from './smart-contacts.ts'
import type { SmartField } from './smart-field.ts'
import { OPPORTUNITY_SMART_FIELDS } from './smart-opportunities.ts'
import { TASK_SMART_FIELDS } from './smart-tasks.ts'

const BY_NAME: ReadonlyMap<string, SmartField> = new Map(
  [...ACTIVITY_SMART_FIELDS, ...CONTACT_SMART_FIELDS, ...OPPORTUNITY_SMART_FIELDS, ...TASK_SMART_FIELDS].map(
    (field) => [field.name, field],
  ),
)

/** Names of the Smart Fields that the demo computes, in one stable order. Source: contract 15. */
export const SMART_FIELDS: readonly string[] = [...BY_NAME.keys()]

/**
 * The value of the Smart Field `name` for `lead`; undefined when the lead has none or the name is unknown.
 * Dates are timestamps or plain dates as stored, counts integers, money cents. Source: contract 15.
 */
export function smartField(
  reader: Reader,
  lead: Rec,
  name: string,
  ctx: Pick<EngineContext, 'now'>,
): unknown {
  return BY_NAME.get(name)?.value(new LeadFacts(reader, lead), ctx)
}

/** What is known of the Smart Field `name`; undefined for other names. */
export function smartFieldNamed(name: string): SmartField | undefined {
  return BY_NAME.get(name)
}
