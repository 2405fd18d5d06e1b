import { advanceJobs } from './advance-jobs.ts'
import {
  noContent,
  type Call,
  type EngineAnswer,
  type EngineContext,
  type EngineRequest,
  type Reply,
} from './call.ts'
import { parseFieldNames } from './fields.ts'
import { authenticate } from './http/auth.ts'
import { countCall } from './http/rate-limit.ts'
import { plain, Refusal } from './http/refusal.ts'
import { parseRequest, parseTzOffset, segmentsOf, splitTarget } from './http/request.ts'
import { createRouter, type Match } from './http/router.ts'
import { ROUTES } from './routes.ts'
import { laggingState } from './stale-reads.ts'
import { Tx, type EngineState } from './state.ts'
import { SWITCH_DEFAULTS, type EngineSwitches, type Switches } from './switches.ts'

export type { CallContext, EngineAnswer, EngineContext, EngineRequest } from './call.ts'

const findRoute = createRouter(ROUTES)

/**
 * Answers one request as the Close REST API would. The state is only read: what the request writes comes back
 * as `changes` for `state.apply`, and a refused request has none. Never throws: a refusal is an answer, and so
 * is a fault of the engine itself (500). The same state, request, clock and ids give the same answer.
 */
export function handle(
  state: EngineState,
  request: EngineRequest,
  ctx: EngineContext,
  switches: EngineSwitches = {},
): EngineAnswer {
  const set = { ...SWITCH_DEFAULTS, ...switches }
  const headers: Record<string, string> = {}
  try {
    const rateLimit = countCall(state, ctx.now, set)
    if (set.rateLimitHeader) headers['ratelimit'] = rateLimit
    const { reply, tx } = answer(state, request, ctx, set)
    return toAnswer(reply, headers, tx)
  } catch (error) {
    if (error instanceof Refusal) return toAnswer(error, headers)
    const text = error instanceof Error ? error.message : String(error)
    return toAnswer({ status: 500, body: { error: `Internal server error: ${text}` } }, headers)
  }
}

function answer(
  state: EngineState,
  request: EngineRequest,
  ctx: EngineContext,
  switches: Switches,
): { reply: Reply; tx: Tx } {
  redirectToSlash(request)
  const tx = new Tx(state)
  const callerId = authenticate(tx, request.headers['authorization'], switches)
  const segments = segmentsOf(splitTarget(request.path).path)
  if (segments[0] === 'custom_fields') segments[0] = 'custom_field' // the old spelling, contract 14
  const isOverridden = request.headers['x-http-method-override'] !== undefined
  if (!isOverridden) demandRoute(findRoute(request.method.toUpperCase(), segments))
  const { method, path, query, body } = parseRequest(request, switches)
  const { resource, params } = demandRoute(findRoute(method, segments))
  const call: Call = {
    now: ctx.now,
    newId: (prefix) => ctx.newId(prefix),
    state,
    past: laggingState(state, ctx.now, switches),
    tx,
    switches,
    callerId,
    tzOffsetHours: parseTzOffset(request.headers['x-tz-offset']),
    method,
    path,
    params,
    query,
    fields: parseFieldNames(query.get('_fields')),
    body,
    requestId: ctx.newId('req_'),
    eventMeta: {},
  }
  advanceJobs(call)
  const reply = resource(call)
  const isEmptied = switches.emptyDeletes && method === 'DELETE'
  return { reply: isEmptied ? noContent() : reply, tx }
}

/** Each path ends in a slash; one without is redirected with method and body. Source: contract 1. */
function redirectToSlash(request: EngineRequest): void {
  const { path, search } = splitTarget(request.path)
  if (path.endsWith('/')) return
  throw new Refusal(308, undefined, { location: `/api/v1${path}/${search && `?${search}`}` })
}

/** The route, or 404 for an unknown path and 405 for a method that the path does not take. Contract 4. */
function demandRoute(match: Match): Match & { kind: 'found' } {
  if (match.kind === 'none') throw plain(404, 'The requested URL was not found on the server.')
  if (match.kind === 'wrong-method') {
    const allow = match.allowed.join(', ')
    throw plain(405, 'The method is not allowed for the requested URL.', { allow })
  }
  return match
}

function toAnswer(reply: Reply | Refusal, common: Record<string, string>, tx?: Tx): EngineAnswer {
  const type: Record<string, string> = reply.body === undefined ? {} : { 'content-type': 'application/json' }
  const changes = tx && reply.status < 400 ? tx.changes() : []
  return {
    status: reply.status,
    headers: { ...type, ...common, ...reply.headers },
    body: reply.body,
    changes,
  }
}
