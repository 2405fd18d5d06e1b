import { moneyDraft, parseMoney, parsePercent } from '#fields/amount.ts'
import type { Creation } from '#model/operation.ts'
import * as z from 'zod/mini'

/** A new opportunity as its form has it: texts as they were typed, "" for what is left to the server. */
export const opportunityFormSchema = z.object({
  status: z.string(),
  value: z.string(),
  period: z.string(),
  confidence: z.string(),
  close: z.string(),
  contact: z.string(),
  owner: z.string(),
  note: z.string(),
})
export type OpportunityFormValues = z.infer<typeof opportunityFormSchema>

export const EMPTY_OPPORTUNITY: OpportunityFormValues = {
  status: '',
  value: '',
  period: 'one_time',
  confidence: '',
  close: '',
  contact: '',
  owner: '',
  note: '',
}

export type OpportunityProblems = { [input in keyof OpportunityFormValues]?: string | undefined }

/** What makes the opportunity, or what is wrong at which input. Source: contract 11. */
export function toOpportunityBody(
  values: OpportunityFormValues,
  locale?: string,
): { body: Readonly<Record<string, unknown>>; problems: OpportunityProblems } {
  const money = parseMoney(values.value, locale)
  const confidence = values.confidence.trim() === '' ? undefined : parsePercent(values.confidence, locale)
  const note = values.note.trim()
  return {
    body: {
      ...(values.status !== '' && { status_id: values.status }),
      ...(money.ok && money.cents !== null && { value: money.cents }),
      value_period: values.period,
      ...(typeof confidence === 'number' && { confidence }),
      ...(values.close !== '' && { date_won: values.close }),
      ...(values.contact !== '' && { contact_id: values.contact }),
      ...(values.owner !== '' && { user_id: values.owner }),
      ...(note !== '' && { note }),
    },
    problems: {
      ...(!money.ok && { value: money.message }),
      ...(confidence === null && { confidence: 'Enter a whole number from 0 to 100.' }),
    },
  }
}

/** The form of an opportunity that was refused, to be corrected. */
export function toOpportunityForm({ body }: Pick<Creation, 'body'>, locale?: string): OpportunityFormValues {
  const { value, confidence } = body
  const text = (key: string) => (typeof body[key] === 'string' ? body[key] : '')
  return {
    status: text('status_id'),
    value: typeof value === 'number' ? moneyDraft(value, locale) : '',
    period: text('value_period') || EMPTY_OPPORTUNITY.period,
    confidence: typeof confidence === 'number' ? String(confidence) : '',
    close: text('date_won'),
    contact: text('contact_id'),
    owner: text('user_id'),
    note: text('note'),
  }
}

/** Where the draft of a lead's new opportunity is kept. */
export function opportunityDraftName(leadId: string): string {
  return `opportunity-draft:${leadId}`
}
