import { Search } from 'lucide-react'
import { useEffect } from 'react'

/**
 * Stands for the palette until its code is there, and takes what is typed meanwhile: a person who knows the keys
 * does not wait, and no letter may fall through to the page's shortcuts.
 */
export function PaletteWaiting({
  text,
  onType,
  onClose,
}: {
  text: string
  onType: (change: (text: string) => string) => void
  onClose: () => void
}) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { key } = event
      if (key === 'Escape') onClose()
      else if (key === 'Backspace') onType((before) => before.slice(0, -1))
      else if (!NAMED_KEY.test(key)) onType((before) => before + key)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [onType, onClose])

  return (
    <div
      aria-hidden
      className="overlay fixed inset-0 z-50 flex items-start justify-center sm:p-4 sm:pt-[12vh]"
    >
      <div className="flex h-full w-full items-start bg-raised shadow-pop sm:h-auto sm:max-w-xl sm:rounded-lg">
        <div className="flex h-12 min-w-0 flex-1 items-center gap-3 px-4 text-base">
          <Search className="size-4 shrink-0 text-faint" />
          <span className="truncate">
            {text || <span className="text-faint">Find a lead or a command…</span>}
          </span>
        </div>
      </div>
    </div>
  )
}

/** Keys that type nothing have names, such as "Enter" and "F8"; the others are called what they type. */
const NAMED_KEY = /^[A-Z][A-Za-z\d]+$/
