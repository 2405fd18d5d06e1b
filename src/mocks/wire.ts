import type { EngineAnswer } from '#mocks/engine/call.ts'

/** An answer as it goes over a wire; no body for 204 and the like. */
export type WireAnswer = { status: number; headers: Record<string, string>; body: string | undefined }

/** Turns the engine's answer into text. */
export function encodeAnswer({ status, headers, body }: Omit<EngineAnswer, 'changes'>): WireAnswer {
  if (body === undefined) return { status, headers, body: undefined }
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

/** The part of a request's address that the engine sees, from `/` after the base path on; null outside the base path. */
export function enginePath(url: URL): string | null {
  const at = url.pathname.search(/\/api\/v1(\/|$)/)
  if (at < 0) return null
  return (url.pathname.slice(at + '/api/v1'.length) || '/') + url.search
}
