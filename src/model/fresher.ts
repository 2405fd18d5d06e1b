/**
 * The fresher of two copies of a lead, by `date_updated`; a tie goes to `known`. A row keeps only the fields
 * it was asked for, so that a list never shows more than it loaded. Lists and searches lag behind writes by up
 * to a minute (contract 3, 18).
 */
export function fresher<T extends Readonly<Record<string, unknown>>>(
  row: T,
  known: Readonly<Record<string, unknown>> | undefined,
): T {
  if (!known || known === row) return row
  const knownAt = known['date_updated']
  const rowAt = row['date_updated']
  if (typeof knownAt !== 'string' || (typeof rowAt === 'string' && rowAt > knownAt)) return row
  const merged: Record<string, unknown> = { ...row }
  for (const key of Object.keys(row)) if (!key.startsWith('custom.')) merged[key] = known[key] ?? row[key]
  for (const key of [...Object.keys(row), ...Object.keys(known)]) {
    if (!key.startsWith('custom.')) continue
    if (known[key] === undefined) delete merged[key]
    else merged[key] = known[key]
  }
  return merged as T
}
