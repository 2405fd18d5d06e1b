/** Resolves after `ms` milliseconds; at once, without a timer, for 0. */
export function wait(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}
