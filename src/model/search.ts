import type { LeadColumn } from './lead-column.ts'
import { customFieldId } from './custom-key.ts'

/** A node of a search query. Source: contract 18, "Query nodes". */
export type QueryNode = { type: string; negate?: boolean; [key: string]: unknown }

/** One condition of a rep's filter. `values` are raw: ids, words, numbers or dates as text. */
export type LeadFilter = { field: string; op: FilterOp; values: string[] }

/** What a rep sees in the table: in the address, so that a copied address shows the same. */
export type LeadView = { q: string; filters: LeadFilter[]; sort: LeadSort | null }
export type LeadSort = { field: string; direction: 'asc' | 'desc' }

export const FILTER_OPS = ['contains', 'lacks', 'any', 'all', 'none', 'between', 'set', 'unset'] as const
export type FilterOp = (typeof FILTER_OPS)[number]

/** Newest leads first, until a rep sorts. */
export const DEFAULT_SORT: LeadSort = { field: 'date_created', direction: 'desc' }

/** The operators that make sense for a column, the usual one first; empty when it cannot be filtered. */
export function filterOps(column: LeadColumn): readonly FilterOp[] {
  switch (column.kind) {
    case 'text':
    case 'longtext':
    case 'url':
      return ['contains', 'lacks', 'set', 'unset']
    case 'contacts':
    case 'email':
    case 'phone':
    case 'address':
      return ['contains', 'lacks', 'set', 'unset']
    case 'status':
      return ['any', 'none']
    case 'choices':
    case 'user':
      if (!column.customField) return ['any', 'none']
      return column.multiple ? ['any', 'all', 'none', 'set', 'unset'] : ['any', 'none', 'set', 'unset']
    case 'number':
    case 'date':
    case 'datetime':
      return ['between', 'set', 'unset']
    case 'opportunities':
    case 'tasks':
      return ['set', 'unset']
    case 'contact':
      return ['set', 'unset']
  }
}

/** A filter that still lacks its value filters nothing. */
export function isCompleteFilter(filter: LeadFilter): boolean {
  return filter.op === 'set' || filter.op === 'unset' || filter.values.some((value) => value !== '')
}

/** One filter as address text, e.g. `status_id~any~stat_a~stat_b`. `parseFilter` reads it back. */
export function formatFilter(filter: LeadFilter): string {
  return [filter.field, filter.op, ...filter.values].map(escapePart).join('~')
}

/** A filter from address text; null when it is not one (an old or mistyped address). */
export function parseFilter(text: string): LeadFilter | null {
  const [field, op, ...values] = text.split('~').map(unescapePart)
  if (!field || !isFilterOp(op)) return null
  return { field, op, values }
}

/** A sort as address text: the field, with `-` before it for descending. */
export function formatSort(sort: LeadSort): string {
  return `${sort.direction === 'desc' ? '-' : ''}${sort.field}`
}

/** A sort from address text; null for an empty one. */
export function parseSort(text: string): LeadSort | null {
  const field = text.replace(/^-/, '')
  if (!field) return null
  return { field, direction: text.startsWith('-') ? 'desc' : 'asc' }
}

/**
 * The query of `POST /data/search/` for a view. "None of" and "does not contain" also find leads where the field
 * is empty, said explicitly because the real service drops them from a bare negation (contract 18, 21.15).
 * Filters on columns that no longer exist are left out.
 */
export function searchQuery(
  view: Pick<LeadView, 'q' | 'filters'>,
  columns: readonly LeadColumn[],
): QueryNode {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const queries: QueryNode[] = [{ type: 'object_type', negate: false, object_type: 'lead' }]
  const q = view.q.trim()
  if (q) queries.push({ type: 'text', negate: false, value: q, mode: 'beginning_of_words' })
  for (const filter of view.filters) {
    const column = byId.get(filter.field)
    if (column && isCompleteFilter(filter)) queries.push(filterNode(filter, column))
  }
  return { type: 'and', negate: false, queries }
}

/** The `sort` of `POST /data/search/`, with a second key that keeps pages stable. Source: contract 18. */
export function searchSort(sort: LeadSort | null, columns: readonly LeadColumn[]): unknown[] {
  const wanted = sort ?? DEFAULT_SORT
  const column = columns.find(({ id, sortable }) => id === wanted.field && sortable)
  const key = column ? wanted : DEFAULT_SORT
  // A status sorts by its label: ids would group leads in an order that means nothing to a rep.
  const field = key.field === 'status_id' ? regular('status_label') : fieldSelector(key.field)
  const keys = [{ direction: key.direction, field }]
  if (key.field !== 'date_created') keys.push({ direction: 'desc', field: regular('date_created') })
  return keys
}

/** Leads that may be the same as one about to be made: same name, web domain or e-mail. */
export function sameLeadQuery(lead: { name: string; url: string; emails: string[] }): QueryNode | null {
  const either: QueryNode[] = []
  const name = lead.name.trim()
  if (name) either.push(condition(regular('name'), text(name, 'exact_value')))
  const domain = domainOf(lead.url)
  if (domain) either.push(condition(regular('url'), text(domain, 'phrase')))
  for (const email of lead.emails.filter((value) => /.@./.test(value))) {
    either.push(
      related('contact', {
        type: 'has_related',
        negate: false,
        this_object_type: 'contact',
        related_object_type: 'contact_email',
        related_query: and([condition(regular('email', 'contact_email'), text(email.trim(), 'exact_value'))]),
      }),
    )
  }
  if (either.length === 0) return null
  return and([
    { type: 'object_type', negate: false, object_type: 'lead' },
    { type: 'or', negate: false, queries: either },
  ])
}

/** The host of a web address without `www.`; null when there is none. */
export function domainOf(url: string): string | null {
  const trimmed = url.trim()
  if (!trimmed) return null
  try {
    const { hostname } = new URL(/^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`)
    return hostname.includes('.') ? hostname.replace(/^www\./, '') : null
  } catch {
    return null
  }
}

function filterNode(filter: LeadFilter, column: LeadColumn): QueryNode {
  const values = filter.values.filter((value) => value !== '')
  switch (filter.op) {
    case 'set':
      return existsNode(column)
    case 'unset':
      return { ...existsNode(column), negate: true }
    case 'contains':
      return or(values.map((value) => containsNode(column, value)))
    case 'lacks':
      return orEmpty(column, { ...or(values.map((value) => containsNode(column, value))), negate: true })
    case 'any':
      return condition(selector(column), oneOf(column, values))
    case 'all':
      return and(values.map((value) => condition(selector(column), oneOf(column, [value]))))
    case 'none':
      return orEmpty(column, { ...condition(selector(column), oneOf(column, values)), negate: true })
    case 'between':
      return condition(selector(column), between(column, filter.values))
  }
}

function containsNode(column: LeadColumn, value: string): QueryNode {
  const words = text(value, 'beginning_of_words')
  const inContact = (type: string, field: string, match = words) =>
    related('contact', {
      type: 'has_related',
      negate: false,
      this_object_type: 'contact',
      related_object_type: type,
      related_query: and([condition(regular(field, type), match)]),
    })
  switch (column.kind) {
    case 'contacts':
      return related(
        'contact',
        or([condition(regular('name', 'contact'), words), condition(regular('title', 'contact'), words)]),
      )
    case 'email':
      return inContact('contact_email', 'email')
    case 'phone':
      return inContact('contact_phone', 'phone', text(value, 'phone_number'))
    case 'address':
      return related(
        'address',
        or(
          ['address_1', 'city', 'state', 'zipcode', 'country'].map((part) =>
            condition(regular(part, 'address'), words),
          ),
        ),
      )
    default:
      return condition(selector(column), words)
  }
}

function existsNode(column: LeadColumn): QueryNode {
  const anything: QueryNode = { type: 'match_all', negate: false }
  switch (column.kind) {
    case 'contacts':
      return related('contact', anything)
    case 'email':
      return related(
        'contact',
        condition(regular('emails_count', 'contact'), { type: 'number_range', gte: 1 }),
      )
    case 'phone':
      return related(
        'contact',
        condition(regular('phones_count', 'contact'), { type: 'number_range', gte: 1 }),
      )
    case 'address':
      return condition(regular('addresses_count'), { type: 'number_range', gte: 1 })
    case 'opportunities':
      return related('opportunity', anything)
    case 'tasks':
      return related('task', anything)
    default:
      return condition(selector(column), { type: 'exists' })
  }
}

function between(column: LeadColumn, [from = '', to = '']: string[]): Record<string, unknown> {
  if (column.kind === 'number') {
    return {
      type: 'number_range',
      ...(from === '' ? {} : { gte: Number(from) }),
      ...(to === '' ? {} : { lte: Number(to) }),
    }
  }
  const day = (value: string, which: 'start' | 'end') => ({ type: 'fixed_local_date', value, which })
  return {
    type: 'moment_range',
    on_or_after: from === '' ? null : day(from, 'start'),
    before: to === '' ? null : day(to, 'end'),
  }
}

function oneOf(column: LeadColumn, values: string[]): Record<string, unknown> {
  if (column.kind === 'status')
    return { type: 'reference', reference_type: 'status.lead', object_ids: values }
  if (column.kind === 'user')
    return { type: 'reference', reference_type: 'user_or_group', object_ids: values }
  return { type: 'term', values }
}

function selector(column: LeadColumn): Record<string, unknown> {
  return fieldSelector(column.id)
}

function fieldSelector(id: string): Record<string, unknown> {
  const custom = customFieldId(id)
  return custom ? { type: 'custom_field', custom_field_id: custom } : regular(id)
}

function regular(name: string, objectType = 'lead'): Record<string, unknown> {
  return { type: 'regular_field', object_type: objectType, field_name: name }
}

function condition(field: Record<string, unknown>, rule: Record<string, unknown>): QueryNode {
  return { type: 'field_condition', negate: false, field, condition: rule }
}

function text(value: string, mode: string): Record<string, unknown> {
  return { type: 'text', mode, value }
}

function related(type: string, query: QueryNode): QueryNode {
  return {
    type: 'has_related',
    negate: false,
    this_object_type: 'lead',
    related_object_type: type,
    related_query: query.type === 'and' ? query : and([query]),
  }
}

function and(queries: QueryNode[]): QueryNode {
  return { type: 'and', negate: false, queries }
}

function or(queries: QueryNode[]): QueryNode {
  return { type: 'or', negate: false, queries }
}

function orEmpty(column: LeadColumn, node: QueryNode): QueryNode {
  return or([node, { ...existsNode(column), negate: true }])
}

function isFilterOp(value: string | undefined): value is FilterOp {
  return (FILTER_OPS as readonly (string | undefined)[]).includes(value)
}

function escapePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('~', '%7E')
}

function unescapePart(part: string): string {
  return part.replaceAll('%7E', '~').replaceAll('%25', '%')
}
