/** A failure on request: which requests, and what happens to them instead of an answer. */
export type FaultRule = {
  /** Upper case, or `*` for any. */
  method: string
  /** Below the API's base path, `*` for any run of characters. */
  path: string
  status: number | 'network'
  /** Only the Nth request that matches, counted from 1; undefined for every one. */
  nth: number | undefined
}

export type Fault = FaultRule['status']

/** The body and headers of a failed answer. */
export type FaultAnswer = { status: number; headers: Record<string, string>; body: unknown }

const RULE = /^(\*|[A-Za-z]+)\s+(\S+)\s+(network|\d+)(?:@(\d+))?$/

/**
 * Reads rules such as `PUT /lead/* 500@1, GET /me/ network`. Throws an `Error` made for the person who wrote
 * them.
 */
export function parseFaults(text: string): FaultRule[] {
  return text
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '')
    .map(parseRule)
}

function parseRule(text: string): FaultRule {
  const [, method, path, status, nth] = RULE.exec(text) ?? []
  if (method === undefined || path === undefined || status === undefined) {
    throw new Error(
      `Can't read the rule "${text}". A rule is METHOD PATH STATUS with an optional @N, for example "PUT /lead/* 500@1".`,
    )
  }
  if (!path.startsWith('/') && !path.startsWith('*')) {
    throw new Error(`The path in the rule "${text}" must start with "/" or "*", for example "/lead/*".`)
  }
  if (status !== 'network' && (Number(status) < 400 || Number(status) > 599)) {
    throw new Error(`The status in the rule "${text}" must be 400 to 599, or "network".`)
  }
  if (nth !== undefined && Number(nth) < 1) {
    throw new Error(`The count in the rule "${text}" must be 1 or more: "@1" is the first such request.`)
  }
  return {
    method: method.toUpperCase(),
    path,
    status: status === 'network' ? 'network' : Number(status),
    nth: nth === undefined ? undefined : Number(nth),
  }
}

/** True when `rule` speaks of such a request. `path` is below the base path; its query and last slash don't count. */
export function matchesFault(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method !== '*' && rule.method !== method.toUpperCase()) return false
  const pattern = withLastSlash(rule.path).split('*').map(escapeForPattern).join('.*')
  return new RegExp(`^${pattern}$`).test(withLastSlash(path.split('?')[0] ?? ''))
}

function withLastSlash(path: string): string {
  return path.endsWith('/') || path.endsWith('*') ? path : `${path}/`
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * Counts requests against rules: called once for each request, it says how that one has to fail, if at all.
 * Every rule counts for itself; of several that apply, the first decides.
 */
export function createFaults(rules: FaultRule[]): (method: string, path: string) => Fault | undefined {
  const counts = rules.map(() => 0)
  return (method, path) => {
    let fault: Fault | undefined
    for (const [index, rule] of rules.entries()) {
      if (!matchesFault(rule, method, path)) continue
      const count = (counts[index] ?? 0) + 1
      counts[index] = count
      if (rule.nth === undefined || rule.nth === count) fault ??= rule.status
    }
    return fault
  }
}

const TEXTS: Record<number, string> = {
  401: 'Unauthorized',
  402: 'Your plan does not include this.',
  403: 'You do not have permission to perform this action.',
  404: 'Empty query: Object matching query does not exist.',
  503: 'Service unavailable',
}

/** What the API would say with `status`, in the error shapes of the contract. */
export function faultAnswer(status: number): FaultAnswer {
  const headers = { 'content-type': 'application/json' }
  if (status === 429) {
    return {
      status,
      headers: { ...headers, 'retry-after': '1', ratelimit: 'limit=240, remaining=0, reset=1' },
      body: {
        error: {
          message: 'API call count exceeded for this period',
          rate_limit: 240,
          rate_limit_type: 'key',
          rate_reset: 1,
          rate_window: 8,
        },
      },
    }
  }
  if (status === 400) {
    return {
      status,
      headers,
      body: { errors: ['The demo server was told to refuse this.'], 'field-errors': {} },
    }
  }
  const text = TEXTS[status] ?? (status < 500 ? 'Request refused' : 'Internal server error')
  return { status, headers, body: { error: `${text} (the demo server was told to say so)` } }
}
