import { http, type HttpHandler } from 'msw/http'
import type { EngineRequest } from '#mocks/engine/call.ts'
import { faultAnswer, type Fault } from './faults.ts'
import { wait } from './wait.ts'
import { enginePath } from './wire.ts'

/** An answer of whatever runs the engine: this page, or a worker that hands its bytes over. */
export type ServerAnswer = {
  status: number
  headers: Record<string, string>
  body: string | ArrayBuffer | undefined
}

export type HandlerOptions = {
  answer: (request: EngineRequest) => Promise<ServerAnswer>
  /** Milliseconds that the next answer waits. */
  latency?: () => number
  /** How the request has to fail, if at all; called once for each. */
  fault?: (method: string, path: string) => Fault | undefined
}

/** MSW's side of the demo API: a thin skin that takes each request to the engine and fails those that shall fail. */
export function createHandlers({ answer, latency, fault }: HandlerOptions): HttpHandler[] {
  const respond = async ({ request }: { request: Request }): Promise<Response | undefined> => {
    const path = enginePath(new URL(request.url))
    if (path === null) return undefined
    const failure = fault?.(request.method, path)
    await wait(latency?.() ?? 0)
    // a request given up on its way never arrives
    if (failure === 'network' || request.signal.aborted) return Response.error()
    if (failure !== undefined) {
      const { status, headers, body } = faultAnswer(failure)
      return new Response(JSON.stringify(body), { status, headers })
    }
    const isHead = request.method === 'HEAD'
    const sent = await request.text()
    const { status, headers, body } = await answer({
      method: isHead ? 'GET' : request.method,
      path,
      headers: Object.fromEntries([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
      body: sent === '' ? undefined : sent,
    })
    return new Response(isHead ? null : (body ?? null), { status, headers })
  }
  return [http.all('*/api/v1', respond), http.all('*/api/v1/*', respond)]
}
