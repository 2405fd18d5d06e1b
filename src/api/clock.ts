let ahead = 0

/** Notes the `Date` header of an answer: the clock of this machine may be wrong. */
export function noteServerDate(header: string | null): void {
  const there = header === null ? Number.NaN : Date.parse(header)
  if (Number.isFinite(there)) ahead = there - Date.now()
}

/** What the server's clock shows at the moment `at` of ours, both in milliseconds since the epoch. */
export function atServer(at: number): number {
  return at + ahead
}
