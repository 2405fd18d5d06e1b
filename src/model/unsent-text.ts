/** Says how much is not on the server, e.g. "2 changes are not saved yet"; null for nothing. */
export function unsentText({ waiting, failed }: { waiting: number; failed: number }): string | null {
  const count = waiting + failed
  if (count === 0) return null
  return count === 1 ? 'One change is not saved yet' : `${count} changes are not saved yet`
}
