/**
 * An object's field as people mean it: a task that has no date of its own carries the day it was made, and has
 * none all the same. Source: contract 12.
 */
export function fieldValue(fields: Readonly<Record<string, unknown>>, field: string): unknown {
  return field === 'date' && fields['is_dateless'] === true ? null : fields[field]
}
