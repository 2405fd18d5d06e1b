import { LOCAL_PREFIX } from '#data/local-data.ts'
import * as z from 'zod/mini'

import { callFormSchema, type CallForm } from './call-form.ts'

/*
 * Half-written notes and calls, kept in this browser until they are saved or thrown away, so that neither a reload
 * nor a closed tab loses them. Signing out removes them.
 */

/** What is being written: something new on a lead, or a change of an activity, by the id of either. */
export type DraftPlace = { id: string; kind: 'note' | 'call' }

/** The note's text, as typed. Null where there is none. Never throws. */
export function readNoteDraft(id: string): string | null {
  const found = z.string().safeParse(read({ id, kind: 'note' }))
  return found.success ? found.data : null
}

/** The call's form, as filled in. Null where there is none. Never throws. */
export function readCallDraft(id: string): CallForm | null {
  const found = callFormSchema.safeParse(read({ id, kind: 'call' }))
  return found.success ? found.data : null
}

/** Keeps a draft; null forgets it. Never throws. */
export function keepDraft(place: DraftPlace, draft: string | CallForm | null): void {
  try {
    if (draft === null) localStorage.removeItem(nameOf(place))
    else localStorage.setItem(nameOf(place), JSON.stringify(draft))
  } catch {
    // Without storage a draft lasts as long as its form.
  }
}

function read(place: DraftPlace): unknown {
  try {
    return JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null')
  } catch {
    return null
  }
}

function nameOf({ id, kind }: DraftPlace): string {
  return `${LOCAL_PREFIX}draft:${kind}:${id}`
}
