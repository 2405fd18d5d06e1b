import { formatFilter, formatSort, parseFilter, parseSort, type LeadView } from './search.ts'

/*
 * The addresses of the product (they are bookmarked and sent to colleagues, so they stay). What the table
 * shows is in the query string, and stays there while a lead's pane is open.
 */

/** What `/leads` shows: `q`, filters, sort, and the shown columns in order; null columns are the usual ones. */
export type TableView = LeadView & { columns: string[] | null }

export const PLAIN_VIEW: TableView = { q: '', filters: [], sort: null, columns: null }

/** A table view as query string, with `?` before it; empty for the plain view. */
export function viewSearch(view: TableView): string {
  const params = new URLSearchParams()
  if (view.q) params.set('q', view.q)
  for (const filter of view.filters) params.append('f', formatFilter(filter))
  if (view.sort) params.set('sort', formatSort(view.sort))
  if (view.columns) params.set('columns', view.columns.join(','))
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** A table view from a query string; what is mistyped or unknown there is left out. Never throws. */
export function parseView(search: string): TableView {
  const params = new URLSearchParams(search)
  const columns = params.get('columns')
  return {
    q: params.get('q') ?? '',
    filters: params.getAll('f').flatMap((text) => parseFilter(text) ?? []),
    sort: parseSort(params.get('sort') ?? ''),
    columns: columns === null ? null : columns.split(',').filter(Boolean),
  }
}

/** The table with a view. `search` is a query string as `viewSearch` makes it. */
export function leadsPath(search = ''): string {
  return `/leads${search}`
}

/** The table with one lead's pane open. */
export function leadPath(id: string, search = ''): string {
  return `/leads/${encodeURIComponent(id)}${search}`
}

export const NEW_LEAD_PATH = '/leads/new'
export const IMPORT_PATH = '/import'
export const SETTINGS_PATH = '/settings'

/** The merge wizard, with what is already chosen. */
export function mergePath(
  chosen: { source?: string | undefined; destination?: string | undefined } = {},
): string {
  const params = new URLSearchParams()
  if (chosen.source) params.set('source', chosen.source)
  if (chosen.destination) params.set('destination', chosen.destination)
  const text = params.toString()
  return text ? `/merge?${text}` : '/merge'
}
