import { Dialog } from '#ui/Dialog.tsx'
import { Kbd } from '#ui/Kbd.tsx'

import { SHORTCUTS } from './shortcuts.ts'

/** All keyboard shortcuts. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" size="lg" onClose={onClose}>
      {/* The list may be longer than the dialog: by keyboard it scrolls when it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable */}
      <div tabIndex={0} role="group" aria-label="Shortcuts" className="gap-x-10 pb-3 sm:columns-2">
        {SHORTCUTS.map((group) => (
          <section key={group.name} className="break-inside-avoid pb-5">
            <h3 className="pb-1 text-xs font-medium text-muted">{group.name}</h3>
            <dl className="divide-y divide-line">
              {group.shortcuts.map(({ keys, text }) => (
                <div key={text} className="flex min-h-8 items-center justify-between gap-4 py-1">
                  <dt className="min-w-0">{text}</dt>
                  <dd className="flex shrink-0 gap-1 text-muted">
                    {keys.map((chord) => (
                      <Kbd key={chord} keys={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
