import { getLocation, pushUnsafe, replaceUnsafe, useLocation } from '@swan-io/chicane'

/** A link within the app: a plain click changes the address without loading the page anew. */
export { Link as RouteLink } from '@swan-io/chicane'

/** Goes to an address of this app, as a click on a link would. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) replaceUnsafe(path)
  else pushUnsafe(path)
}

/** The present address: `path` without query, decoded `segments`, and the query string with its `?`. */
export function useAddress(): { path: string; segments: readonly string[]; search: string } {
  const location = useLocation()
  return { path: location.raw.path, segments: location.path, search: location.raw.search }
}

/** The query string of the present address, with its `?`, read without subscribing. */
export function currentSearch(): string {
  return getLocation().raw.search
}
