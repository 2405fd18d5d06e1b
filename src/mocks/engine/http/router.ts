import type { Resource } from '#mocks/engine/call.ts'

/** `METHOD /path/{id}/` → what answers it. */
export type Routes = Readonly<Record<string, Resource>>

type Route = { method: string; segments: string[]; resource: Resource }

export type Match =
  | { kind: 'found'; resource: Resource; params: Record<string, string> }
  | { kind: 'wrong-method'; allowed: string[] }
  | { kind: 'none' }

/** A function that finds the route for a method and path segments; literal segments win over `{named}` ones. */
export function createRouter(routes: Routes): (method: string, segments: readonly string[]) => Match {
  const byFirst = new Map<string, Route[]>()
  for (const [key, resource] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ')
    const segments = path.split('/').filter(Boolean)
    const first = segments[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { method, segments, resource }])
  }
  for (const group of byFirst.values()) group.sort((a, b) => namedCount(a) - namedCount(b))

  return (method, segments) => {
    const fits = (byFirst.get(segments[0] ?? '') ?? []).filter((route) => fitsPath(route, segments))
    if (fits.length === 0) return { kind: 'none' }
    const route = fits.find((candidate) => candidate.method === method)
    if (!route) return { kind: 'wrong-method', allowed: [...new Set(fits.map((fit) => fit.method))] }
    return { kind: 'found', resource: route.resource, params: paramsOf(route, segments) }
  }
}

function isNamed(segment: string): boolean {
  return segment.startsWith('{')
}

function namedCount(route: Route): number {
  return route.segments.filter(isNamed).length
}

function fitsPath(route: Route, segments: readonly string[]): boolean {
  if (route.segments.length !== segments.length) return false
  return route.segments.every((part, i) => isNamed(part) || part === segments[i])
}

function paramsOf(route: Route, segments: readonly string[]): Record<string, string> {
  const named = route.segments.flatMap((part, i) =>
    isNamed(part) ? [[part.slice(1, -1), segments[i] ?? '']] : [],
  )
  return Object.fromEntries(named) as Record<string, string>
}
