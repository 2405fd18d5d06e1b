import type { Patch } from '#model/lead-patch.ts'
import { isUnsettled, type ChildType, type Creation, type Operation } from '#model/operation.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useSelector } from '@tanstack/react-store'
import { useMemo } from 'react'

import { ledger } from './ledger.ts'
import { noteCreation, noteDeletion, noteUpdate, settled, type Hints } from './operations.ts'

type Fields = Readonly<Record<string, unknown>>
type Outcome = 'settled' | 'failed' | 'conflict'

/** How to change what hangs below a lead; each shows at once, and the promise tells how it ended. */
export type ChildWays = {
  /** `name` is what people call the thing, for sentences about it. */
  create(body: Fields, name: string, hints?: Hints): Promise<Outcome>
  update(id: string, patch: Patch, name: string, hints?: Hints): Promise<Outcome>
  remove(id: string, name: string, hints?: Hints & { was?: Fields }): Promise<Outcome>
}

/** The one way to change the contacts, tasks, opportunities, notes or calls of a lead. Stable for a lead. */
export function useChildren(leadId: string, object: ChildType): ChildWays {
  const client = useQueryClient()
  return useMemo(() => {
    const about = (name: string, hints: Hints = {}) => ({ ...hints, about: { object: name, ...hints.about } })
    return {
      create: (body, name, hints) =>
        settled(noteCreation(client, { leadId, object }, body, about(name, hints))),
      update: (id, patch, name, hints) =>
        settled(noteUpdate(client, { leadId, object, id }, patch, about(name, hints))),
      remove: (id, name, hints) =>
        settled(noteDeletion(client, { leadId, object, id }, { ...hints, ...about(name, hints) })),
    }
  }, [client, leadId, object])
}

/** What is not settled about one object (its creation, changes, deletion), oldest first. */
export function useObjectOperations(objectId: string): readonly Operation[] {
  return useSelector(ledger, ({ operations }) => operations.filter((one) => one.objectId === objectId), {
    compare: (a, b) => a.length === b.length && a.every((item, i) => item === b[i]),
  })
}

/** Creations of a kind below a lead that were refused: they are not among its children, and wait for the person. */
export function useRefusedCreations(leadId: string, object: ChildType): readonly Creation[] {
  return useSelector(
    ledger,
    ({ operations }) =>
      operations.filter(
        (one): one is Creation =>
          one.leadId === leadId &&
          one.object === object &&
          one.do === 'create' &&
          one.state.kind === 'failed',
      ),
    { compare: (a, b) => a.length === b.length && a.every((item, i) => item === b[i]) },
  )
}

/**
 * Ids of the notes and calls of a lead of which something was refused, or changed by somebody else meanwhile, in
 * the order in which it was done.
 */
export function useRefusedActivities(leadId: string): readonly string[] {
  return useSelector(
    ledger,
    ({ operations }) => [
      ...new Set(
        operations.flatMap((one) =>
          one.leadId === leadId && (one.object === 'note' || one.object === 'call') && isUnsettled(one)
            ? [one.objectId]
            : [],
        ),
      ),
    ],
    { compare: (a, b) => a.length === b.length && a.every((item, i) => item === b[i]) },
  )
}
