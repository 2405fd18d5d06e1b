/** What the gateway takes from outside, so that tests need neither network nor waiting. */
export type GatewayDeps = {
  fetch: (url: URL, init: RequestInit) => Promise<Response>
  /** Milliseconds since the epoch. */
  now: () => number
  log: Log
  /** Milliseconds an answer of Close may take, its body included. */
  timeout?: number
}

/** Takes one event; nobody puts a credential, a query string or a body into one. */
export type Log = (event: Readonly<Record<string, string | number>>) => void
