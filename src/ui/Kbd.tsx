import { keyLabels } from './key-labels.ts'

/** A key or chord such as "J" or "Mod+Enter", in the signs of the user's platform. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-0.5 font-sans">
      {keyLabels(keys).map((label) => (
        <span
          key={label}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-surface px-1 text-2xs text-muted"
        >
          {label}
        </span>
      ))}
    </kbd>
  )
}
