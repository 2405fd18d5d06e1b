import { Dialog } from '#ui/Dialog.tsx'
import { Kbd } from '#ui/Kbd.tsx'

const GROUPS = [
  {
    name: 'Anywhere',
    keys: [
      ['Mod+K', 'Find a lead or a command'],
      ['?', 'These shortcuts'],
      ['N', 'New lead'],
      ['/', 'Search leads'],
      ['G L', 'Go to the leads'],
      ['G I', 'Go to import'],
      ['G M', 'Go to merge'],
      ['G S', 'Go to settings'],
      ['F8', 'Go to the latest notification'],
    ],
  },
  {
    name: 'Table',
    keys: [
      ['↑ ↓ ← →', 'Move between cells'],
      ['Home End', 'First and last cell of the row'],
      ['Mod+Home', 'First lead'],
      ['Mod+End', 'Last lead'],
      ['Enter', 'Open the lead, or edit the cell'],
      ['F2', 'Edit the cell; typing starts too'],
      ['Esc', 'Leave the edit and keep the old value'],
      ['Space', 'Select the lead; with Shift a range'],
    ],
  },
  {
    name: 'Lead',
    keys: [
      ['J', 'Next lead'],
      ['K', 'Previous lead'],
      ['Esc', 'Close the lead'],
      ['Backspace', 'In a list of chips: to the last chip, then remove it'],
      ['← →', 'Move between chips'],
    ],
  },
] as const

/** All keyboard shortcuts. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" size="lg" onClose={onClose}>
      <div className="grid gap-6 pb-3 sm:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className="pb-1 text-xs font-medium text-muted">{group.name}</h3>
            <dl className="divide-y divide-line">
              {group.keys.map(([keys, text]) => (
                <div key={keys + text} className="flex items-center justify-between gap-4 py-1.5">
                  <dd className="min-w-0">{text}</dd>
                  <dt className="shrink-0">
                    <Kbd keys={keys.replaceAll(' ', '+')} />
                  </dt>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
