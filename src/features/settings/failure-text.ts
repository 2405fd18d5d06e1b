import { describeFailure, toFailure } from '#model/failure.ts'

/** What went wrong, in words, for anything that a query or mutation throws. */
export function failureText(error: unknown): string {
  return describeFailure(toFailure(error))
}
