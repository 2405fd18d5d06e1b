/**
 * Stands in for the `tldts` package in the demo build. MSW asks it which hosts may set a cookie; the demo
 * server sets none, and the list of all public suffixes is three times as heavy as MSW itself.
 */
export function getDomain(hostname: string): string {
  return hostname
}

export function getPublicSuffix(hostname: string): string {
  return hostname
}

export function parse(hostname: string): { hostname: string; domain: string; publicSuffix: string } {
  return { hostname, domain: hostname, publicSuffix: hostname }
}
