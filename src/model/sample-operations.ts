import type { Patch } from './lead-patch.ts'
import type { Creation, Deletion, Update } from './operation.ts'

/* Operations for tests. */

const COMMON = {
  id: '1',
  tab: 'tab',
  leadId: 'lead_1',
  at: 0,
  notBefore: 0,
  about: { lead: 'Bluth' },
  tries: 0,
  state: { kind: 'waiting' },
} as const

/** A change of a lead, of `lead_1` where nothing else is said. */
export function update(patch: Patch, more: Partial<Update> = {}): Update {
  return { ...COMMON, do: 'update', object: 'lead', objectId: 'lead_1', patch, base: {}, ...more }
}

/** A new contact of `lead_1`. */
export function creation(body: Patch, more: Partial<Creation> = {}): Creation {
  return { ...COMMON, do: 'create', object: 'contact', objectId: 'new_1', body, known: [], ...more }
}

/** The deletion of a contact of `lead_1`. */
export function deletion(objectId: string, more: Partial<Deletion> = {}): Deletion {
  return { ...COMMON, do: 'delete', object: 'contact', objectId, was: {}, ...more }
}
