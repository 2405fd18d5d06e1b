import type { Operation } from '#model/operation.ts'
import { reversalOf } from '#model/undo.ts'
import type { QueryClient } from '@tanstack/react-query'

import { operationText } from './operation-text.ts'

/**
 * What undoing takes back, or what repeating does, in words. What is repeated stands on the stack as the undoing
 * of it, so its words are those of the reversal.
 */
export function undoWords(client: QueryClient, operation: Operation, way: 'undo' | 'redo'): string {
  return operationText(client, way === 'undo' ? operation : reversed(operation))
}

function reversed(operation: Operation): Operation {
  const { do: _do, ...common } = operation
  const reversal = reversalOf(operation)
  if (reversal?.do === 'update') return { ...common, do: 'update', patch: reversal.patch, base: {} }
  if (reversal?.do === 'delete') return { ...common, do: 'delete', was: {} }
  if (reversal?.do !== 'create' || operation.object === 'lead') return operation
  return { ...common, object: operation.object, do: 'create', body: reversal.body, known: [] }
}
