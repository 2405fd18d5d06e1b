import { applyLeadPatch } from '#model/lead-patch.ts'
import type { Call } from '#mocks/engine/call.ts'
import * as check from '#mocks/engine/http/validate.ts'
import { NO_OBJECT, Problems, readKnown } from '#mocks/engine/http/validate.ts'
import { formatMoney } from '#mocks/engine/money.ts'
import { organization } from '#mocks/engine/lookups.ts'
import { numberOf, textOf, textsOf } from '#mocks/engine/record.ts'
import { localDate, stamp } from '#mocks/engine/stamp.ts'
import type { Rec } from '#mocks/engine/state.ts'
import { pipelinesInOrder } from '#mocks/engine/view/setup-views.ts'
import { addActivity } from './activities.ts'
import { readCustomPatch } from './custom-patch.ts'
import { insert, newRecord, update } from './save.ts'

type Body = Readonly<Record<string, unknown>>

/** The confidence of an opportunity that is created without one [guess]. Contract 11. */
const DEFAULT_CONFIDENCE = 50

const MAX_CENTS = Number.MAX_SAFE_INTEGER

/** Creates an opportunity on a lead. Source: Opportunities; contract 11. */
export function createOpportunity(call: Call, lead: Rec, body: Body): Rec {
  const problems = new Problems()
  const patch = readPatch(call, body, lead.id, problems, {
    date_created: check.dateTime,
    created_by: check.reference((id) => call.tx.get('user', id)),
  })
  const status = readStatus(call, body, undefined, problems)
  problems.refuse()
  const { id, organization_id, ...authored } = newRecord(call, 'oppo_')
  const blank: Rec = {
    id,
    organization_id,
    lead_id: lead.id,
    contact_id: null,
    user_id: call.callerId,
    status_id: status?.id ?? null,
    value: null,
    value_currency: textOf(organization(call.tx), 'currency'),
    value_period: 'one_time',
    confidence: DEFAULT_CONFIDENCE,
    date_won: null,
    date_lost: null,
    note: '',
    attachments: [],
    ...authored,
  }
  return insert(call, 'opportunity', datedBy(call, applyLeadPatch(blank, patch), undefined, status))
}

/** Patches an opportunity; a new status adds an OpportunityStatusChange activity. Contract 11. */
export function updateOpportunity(call: Call, before: Rec, body: Body): Rec {
  const problems = new Problems()
  const patch = readPatch(call, body, textOf(before, 'lead_id') ?? '', problems)
  const oldStatus = statusOf(call, before)
  const status = readStatus(call, body, oldStatus, problems)
  problems.refuse()
  const patched = { ...applyLeadPatch(before, patch), status_id: status?.id ?? before['status_id'] }
  const after = update(call, 'opportunity', datedBy(call, patched, oldStatus, status))
  if (status && status.id !== oldStatus?.id) logStatusChange(call, after, oldStatus, status)
  return after
}

function readPatch(
  call: Call,
  body: Body,
  leadId: string,
  problems: Problems,
  more: Record<string, check.Check> = {},
): Body {
  const own = readKnown(
    body,
    {
      value: check.nullable(check.wholeBetween(0, MAX_CENTS)),
      value_period: check.oneOf(['one_time', 'monthly', 'annual']),
      confidence: check.emptyAs(DEFAULT_CONFIDENCE, check.wholeBetween(0, 100)),
      note: check.emptyAs('', check.text),
      user_id: check.nullable(check.reference((id) => call.tx.get('user', id))),
      contact_id: check.nullable(check.reference((id) => call.tx.get('contact', id)?.['lead_id'] === leadId)),
      date_won: check.nullable(dayOf),
      attachments: check.listOf(
        check.objectWith({ url: check.text, filename: check.text, content_type: check.text }),
      ),
      ...more,
    },
    problems,
  )
  return { ...own, ...readCustomPatch(call, body, { type: 'opportunity', leadId }, problems) }
}

/** A day; the time that Close's own import script sends along is dropped. */
function dayOf(value: unknown): unknown {
  return check.date(typeof value === 'string' ? value.replace(/[ T]\d\d:\d\d.*$/, '') : value)
}

/**
 * The status that a body names, by id or by its deprecated label; else the present one; else the first of the
 * pipeline that it names, or of the organisation. A pipeline that is unknown or not the status's is refused.
 */
function readStatus(call: Call, body: Body, present: Rec | undefined, problems: Problems): Rec | undefined {
  const pipelineId = body['pipeline_id'] ?? undefined
  const pipeline = typeof pipelineId === 'string' ? call.tx.get('pipeline', pipelineId) : undefined
  if (pipelineId !== undefined && !pipeline) problems.add('pipeline', NO_OBJECT)
  const given = body['status_id'] ?? body['status'] ?? undefined
  const status =
    given === undefined ? (present ?? firstStatus(call, pipeline)) : namedStatus(call, body, given, pipeline)
  if (given !== undefined && !status) problems.add('status', check.NOT_A_CHOICE)
  if (status && pipeline && status['pipeline_id'] !== pipeline.id) {
    problems.add('pipeline', 'The status does not belong to this pipeline.')
  }
  return status
}

function namedStatus(call: Call, body: Body, given: unknown, pipeline: Rec | undefined): Rec | undefined {
  if (typeof given !== 'string') return undefined
  if (given === body['status_id']) return call.tx.get('opportunity_status', given)
  const pipelines = pipeline ? [pipeline] : pipelinesInOrder(call.tx)
  return pipelines.flatMap((p) => statusesOf(call, p)).find((status) => status['label'] === given)
}

function firstStatus(call: Call, pipeline: Rec | undefined): Rec | undefined {
  const pipelines = pipeline ? [pipeline] : pipelinesInOrder(call.tx)
  return pipelines.flatMap((p) => statusesOf(call, p))[0]
}

function statusesOf(call: Call, pipeline: Rec): Rec[] {
  return textsOf(pipeline, 'status_ids').flatMap((id) => call.tx.get('opportunity_status', id) ?? [])
}

function statusOf(call: Call, opportunity: Rec): Rec | undefined {
  return call.tx.get('opportunity_status', textOf(opportunity, 'status_id') ?? '')
}

/** Moving to a won or lost status dates it, unless it is dated; moving away keeps the date. Contract 11. */
function datedBy(call: Call, opportunity: Rec, from: Rec | undefined, to: Rec | undefined): Rec {
  if (!to || to.id === from?.id) return opportunity
  const today = localDate(call.now, call.tzOffsetHours)
  if (to['type'] === 'won') return { ...opportunity, date_won: opportunity['date_won'] ?? today }
  if (to['type'] === 'lost') return { ...opportunity, date_lost: opportunity['date_lost'] ?? stamp(call.now) }
  return opportunity
}

function logStatusChange(call: Call, opportunity: Rec, from: Rec | undefined, to: Rec): void {
  const value = numberOf(opportunity, 'value')
  const currency = textOf(opportunity, 'value_currency') ?? 'USD'
  const period = textOf(opportunity, 'value_period')
  addActivity(call, 'OpportunityStatusChange', textOf(opportunity, 'lead_id') ?? '', {
    contact_id: opportunity['contact_id'],
    ...statusKeys(call, 'old', from),
    ...statusKeys(call, 'new', to),
    opportunity_id: opportunity.id,
    opportunity_value: value,
    opportunity_value_formatted: value === null ? null : formatMoney(value, currency, period),
    opportunity_value_currency: currency,
    opportunity_value_period: period,
    opportunity_confidence: opportunity['confidence'],
    opportunity_date_won: opportunity['date_won'],
  })
}

/** A status and its pipeline as `old_…` or `new_…` keys of a status change. Source: contract 13. */
export function statusKeys(
  call: Call,
  side: 'old' | 'new',
  status: Rec | undefined,
): Record<string, unknown> {
  const pipeline = call.tx.get('pipeline', textOf(status, 'pipeline_id') ?? '')
  return {
    [`${side}_status_id`]: status?.id ?? null,
    [`${side}_status_label`]: textOf(status, 'label'),
    [`${side}_status_type`]: textOf(status, 'type'),
    [`${side}_pipeline_id`]: pipeline?.id ?? null,
    [`${side}_pipeline_name`]: textOf(pipeline, 'name'),
  }
}
