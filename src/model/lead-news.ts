import { isCustomKey } from './custom-key.ts'
import { isUnset } from './lead-patch.ts'
import type { LeadNews } from './log-event.ts'
import { LIST_OF } from './operation.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A lead (or row of one) after news about it; the same object when it says nothing new, so that it may be told
 * again. A row keeps the fields that it was asked for.
 */
export function withNews<T extends Fields>(lead: T, news: LeadNews): T {
  if (lead['id'] !== news.leadId) return lead
  if (news.object === 'lead') return withOwnFields(lead, news)
  if (news.object === 'activity') return lead
  const key = LIST_OF[news.object]
  const list = key === undefined ? undefined : lead[key]
  if (key === undefined || !Array.isArray(list)) return lead
  const next = withChild(list as Fields[], news)
  return next === list ? lead : { ...lead, [key]: next }
}

function withOwnFields<T extends Fields>(lead: T, { data, changed, action, stamp }: LeadNews): T {
  if (!data || action === 'deleted' || action === 'created') return lead
  if (isNewer(lead, stamp)) return lead
  const next: Record<string, unknown> = { ...lead, date_updated: stamp }
  for (const key of [...changed, 'display_name', 'updated_by', 'updated_by_name']) {
    if (isCustomKey(key) && isUnset(data[key])) delete next[key]
    else if (isCustomKey(key) || (key in lead && key in data)) next[key] = data[key]
  }
  return isEqual(lead, next) ? lead : (next as T)
}

function withChild(
  list: readonly Fields[],
  { action, objectId, data, leadId, stamp }: LeadNews,
): readonly Fields[] {
  const at = list.findIndex(({ id }) => id === objectId)
  const there = list[at]
  if (action === 'deleted' || (data && data['lead_id'] !== undefined && data['lead_id'] !== leadId)) {
    return there ? list.filter((child) => child !== there) : list
  }
  if (!data) return list
  if (!there) return [...list, data]
  const next = { ...there, ...data }
  if (isNewer(there, stamp) || isEqual(there, next)) return list
  return list.map((child) => (child === there ? next : child))
}

/** Whether it was written after `stamp`. Stamps of one kind compare as texts. */
function isNewer({ date_updated }: Fields, stamp: string): boolean {
  return typeof date_updated === 'string' && date_updated > stamp
}

function isEqual(a: Fields, b: Fields): boolean {
  const keys = Object.keys(b)
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
  )
}
