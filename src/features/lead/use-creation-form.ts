import { dropOperations } from '#data/ledger.ts'
import type { Failure } from '#model/failure.ts'
import type { Creation } from '#model/operation.ts'
import { useCallback, useState } from 'react'
import type * as z from 'zod/mini'

import { keepDraft, readDraft } from './kept-draft.ts'

type Opened =
  | { kind: 'closed' }
  /** With what was typed before. */
  | { kind: 'restored' }
  /** By the person; opened again it takes the focus again. */
  | { kind: 'opened'; time: number }
  /** To correct what was refused. */
  | { kind: 'refused'; creation: Creation }

/**
 * The form of a new thing below a lead: whether it is open, and what stands in it. What is half typed is kept in
 * this tab under `draftName` until it is saved or cancelled; what was refused is kept until it is saved again.
 */
export function useCreationForm<S extends z.ZodMiniType>({
  draftName,
  schema,
  empty,
  toValues,
}: {
  draftName: string
  schema: S
  empty: z.infer<S>
  /** What a refused creation says, as the form has it. */
  toValues: (creation: Creation) => z.infer<S>
}): {
  isOpen: boolean
  /** Something was typed and neither saved nor thrown away. */
  hasDraft: boolean
  /** The refused creation that stands in the form. */
  corrected: Creation | null
  key: string
  props: {
    values: z.infer<S>
    refusal: Failure | null
    focusFirst: boolean
    onChange: (values: z.infer<S>) => void
    onCancel: () => void
    onClose: () => void
  }
  open: () => void
  correct: (creation: Creation) => void
  /** Closes the form; what stood in it goes its way. */
  finish: () => void
} {
  const draft = readDraft(draftName, schema)
  const [opened, setOpened] = useState<Opened>({ kind: draft === null ? 'closed' : 'restored' })
  const corrected = opened.kind === 'refused' ? opened.creation : null
  const close = () => setOpened({ kind: 'closed' })
  const forget = () => {
    if (!corrected) keepDraft(draftName, null)
    close()
  }
  return {
    isOpen: opened.kind !== 'closed',
    hasDraft: draft !== null,
    corrected,
    key: corrected?.id ?? (opened.kind === 'opened' ? `new ${opened.time}` : 'new'),
    props: {
      values: corrected ? toValues(corrected) : (draft ?? empty),
      refusal: corrected?.state.kind === 'failed' ? corrected.state.failure : null,
      focusFirst: opened.kind !== 'restored',
      onChange: (values) => {
        if (corrected) return
        const isTouched = JSON.stringify(values) !== JSON.stringify(empty)
        keepDraft(draftName, isTouched ? values : null)
      },
      onCancel: forget,
      onClose: close,
    },
    open: useCallback(() => setOpened({ kind: 'opened', time: performance.now() }), []),
    correct: (creation) => setOpened({ kind: 'refused', creation }),
    finish: () => {
      if (corrected) dropOperations([corrected.id])
      forget()
    },
  }
}
