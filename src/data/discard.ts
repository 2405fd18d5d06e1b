import { withRealId } from '#model/operation-plan.ts'
import type { Operation } from '#model/operation.ts'
import type { QueryClient } from '@tanstack/react-query'

import { refreshLists } from './lead-mutations.ts'
import { dropOperations, ledger, noteBack } from './ledger.ts'

/** Gives an operation up; with the creation of a thing goes what was to be done with it. */
export function discardOperation(client: QueryClient, operation: Operation): void {
  const { id, objectId } = operation
  const isAboutIt = (one: Operation) => operation.do === 'create' && withRealId(one, objectId, '') !== one
  dropOperations(
    ledger.state.operations.filter((one) => one.id === id || isAboutIt(one)).map((one) => one.id),
  )
  if (operation.object !== 'lead' || operation.do !== 'delete') return
  noteBack(objectId)
  refreshLists(client)
}
