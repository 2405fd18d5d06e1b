import { nextRedo, nextUndo } from '#data/undo.ts'
import type { QueryClient } from '@tanstack/react-query'
import { Redo2, Undo2 } from 'lucide-react'

import type { Command } from './palette-commands.ts'
import { reverse } from './undo-actions.ts'
import { undoWords } from './undo-words.ts'

/** What can be undone and repeated at this moment, in words. */
export function undoCommands(client: QueryClient): Command[] {
  const [undo, redo] = [nextUndo(), nextRedo()]
  return [
    ...(undo
      ? [
          {
            id: 'undo',
            label: `Undo: ${undoWords(client, undo, 'undo')}`,
            icon: Undo2,
            keys: 'Mod+Z',
            run: () => reverse(client, 'undo'),
          },
        ]
      : []),
    ...(redo
      ? [
          {
            id: 'redo',
            label: `Redo: ${undoWords(client, redo, 'redo')}`,
            icon: Redo2,
            keys: 'Mod+Shift+Z',
            run: () => reverse(client, 'redo'),
          },
        ]
      : []),
  ]
}
