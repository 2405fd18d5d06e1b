import { Fragment } from 'react'
import { keyLabels } from './key-labels.ts'

/** A key, a chord such as "Mod+Enter" or keys pressed in turn such as "G L", in the signs of the user's platform. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex items-center gap-0.5 font-sans whitespace-nowrap">
      {keys.split(' ').map((chord, index) => (
        <Fragment key={chord}>
          {index > 0 && <span className="px-0.5 text-2xs"> then </span>}
          {keyLabels(chord).map((label) => (
            <span
              key={label}
              className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-surface px-1 text-2xs text-muted"
            >
              {label}
            </span>
          ))}
        </Fragment>
      ))}
    </kbd>
  )
}
