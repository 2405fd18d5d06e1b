import { ApiError } from '#model/failure.ts'

const ANSWER_WITHIN_MS = 30_000

/** Ends the gateway's session, here and at Close. Throws `ApiError` when nothing is known to have ended. */
export async function endGatewaySession(): Promise<void> {
  let answer: Response
  try {
    answer = await fetch('/auth/sign-out', { method: 'POST', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  } catch {
    throw new ApiError({ kind: 'network' })
  }
  if (answer.ok) return
  throw new ApiError({ kind: 'http', status: answer.status, messages: [], fields: [], retryAfter: null })
}
