import { onSkipped } from '#data/log.ts'
import { ledger } from '#data/ledger.ts'
import { settled } from '#data/operations.ts'
import { redoLast, undoLast, type UndoResult } from '#data/undo.ts'
import { describeFailure } from '#model/failure.ts'
import type { Operation } from '#model/operation.ts'
import { showToast } from '#ui/toast.ts'
import type { QueryClient } from '@tanstack/react-query'

import { operationText } from './operation-text.ts'
import { undoWords } from './undo-words.ts'

const WORDS = {
  undo: { done: 'Undone', not: 'Not undone', nothing: 'Nothing to undo', back: 'Redo' },
  redo: { done: 'Redone', not: 'Not redone', nothing: 'Nothing to redo', back: 'Undo' },
} as const

let turn = Promise.resolve()

/** Takes back what was done last, or does it again, and says so; pressed quickly, one after the other. */
export function reverse(client: QueryClient, way: 'undo' | 'redo'): void {
  turn = turn.then(() => step(client, way))
}

/** What comes next is judged by how this one ended, unless there is no connection. */
const WAIT_MS = 2_000

async function step(client: QueryClient, way: 'undo' | 'redo'): Promise<void> {
  const words = WORDS[way]
  const result: UndoResult = way === 'undo' ? undoLast(client) : redoLast(client)
  if (result.kind === 'none') return say('info', words.nothing)
  const text = undoWords(client, result.of, way)
  if (result.kind === 'skipped') return say('info', `${words.not}: ${text}. ${REASONS[result.reason]}.`)
  if (result.kind === 'forgotten') return say('good', `${words.done}: ${text}`)
  const back = { label: words.back, onAction: () => reverse(client, way === 'undo' ? 'redo' : 'undo') }
  say('good', `${words.done}: ${text}`, back)
  const told = tellRefusal(result.by, `${words.not}: ${text}.`)
  await Promise.race([told, new Promise((go) => setTimeout(go, WAIT_MS))])
}

const REASONS = {
  changed: 'The value has changed since',
  gone: 'It is not there any more',
}

/** Says when an undo turns out to be impossible as it is sent. Returns the function that stops it. */
export function watchSkips(client: QueryClient): () => void {
  return onSkipped((operation) => {
    // It is the reversal; an undo is told as what it would have taken back.
    const way = operation.by ?? 'undo'
    const text = way === 'undo' ? undoWords(client, operation, 'redo') : operationText(client, operation)
    say('info', `${WORDS[way].not}: ${text}. ${REASONS.changed}.`)
  })
}

async function tellRefusal(by: Operation, text: string): Promise<void> {
  if ((await settled(by)) !== 'failed') return
  const state = ledger.state.operations.find(({ id }) => id === by.id)?.state
  if (state?.kind === 'failed') say('bad', `${text} ${describeFailure(state.failure)}`)
}

function say(
  kind: 'good' | 'bad' | 'info',
  message: string,
  action?: { label: string; onAction: () => void },
): void {
  showToast({ kind, message, action, key: 'undo' })
}
