import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'

/** The palette's text box. It keeps the focus while the keys move through the list below. */
export function PaletteInput({
  listId,
  activeId,
  value,
  onChange,
  onKeyDown,
  onClose,
}: {
  listId: string
  /** The element id of the highlighted entry. */
  activeId: string | undefined
  value: string
  onChange: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onClose: () => void
}) {
  return (
    <div className="relative flex shrink-0 items-center border-b border-line">
      <Search aria-hidden className="absolute left-4 size-4 text-faint" />
      <input
        role="combobox"
        aria-label="Find a lead or a command"
        aria-expanded
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={activeId}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to type into
        autoFocus
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="Find a lead or a command…"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-12 min-w-0 flex-1 bg-transparent pr-4 pl-11 text-base outline-none pointer-coarse:text-lg"
      />
      <button type="button" onClick={onClose} className="h-12 px-4 text-accent sm:hidden">
        Cancel
      </button>
    </div>
  )
}
