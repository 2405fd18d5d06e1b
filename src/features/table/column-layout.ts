import { defaultColumnIds, NAME_COLUMN, type LeadColumn } from '#model/lead-column.ts'
import type { LeadSort } from '#model/search.ts'

/**
 * The columns to show, in order: those of the address, or the usual ones. The name always comes first; columns
 * that no longer exist are left out.
 */
export function shownColumns(ids: readonly string[] | null, all: readonly LeadColumn[]): LeadColumn[] {
  const byId = new Map(all.map((column) => [column.id, column]))
  const wanted = new Set([NAME_COLUMN.id, ...(ids ?? defaultColumnIds(all))])
  return [...wanted].flatMap((id) => byId.get(id) ?? [])
}

/** What stands in the address for these columns: null when they are the usual ones. */
export function columnsParam(shown: readonly string[], all: readonly LeadColumn[]): string[] | null {
  const usual = shownColumns(null, all).map(({ id }) => id)
  const same = usual.length === shown.length && usual.every((id, i) => id === shown[i])
  return same ? null : [...shown]
}

/** The shown columns with one more at the end, or with one less; the name stays. */
export function toggleColumn(shown: readonly string[], id: string): string[] {
  if (id === NAME_COLUMN.id) return [...shown]
  return shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id]
}

/** The shown columns with one moved to place `to`; nothing comes before the name. */
export function moveColumn(shown: readonly string[], id: string, to: number): string[] {
  if (id === NAME_COLUMN.id || !shown.includes(id)) return [...shown]
  const rest = shown.filter((other) => other !== id)
  const place = Math.max(1, Math.min(to, rest.length))
  return [...rest.slice(0, place), id, ...rest.slice(place)]
}

/** What sorting by a column does next: up, then down, then back to the usual order. */
export function nextSort(sort: LeadSort | null, field: string): LeadSort | null {
  if (sort?.field !== field) return { field, direction: 'asc' }
  return sort.direction === 'asc' ? { field, direction: 'desc' } : null
}

export const MIN_WIDTH = 72
export const MAX_WIDTH = 900

/** A width that a column may have, in whole pixels. */
export function clampWidth(width: number): number {
  return Math.round(Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH)))
}
