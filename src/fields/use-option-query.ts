import { filterOptions, findOption } from '#ui/option-filter.ts'
import type { Option } from '#ui/option.ts'
import { useActiveOption } from '#ui/use-active-option.ts'
import { createElement, useState, type KeyboardEvent } from 'react'
import { Plus } from 'lucide-react'

/** The id of the line that offers to create an option. */
export const CREATE = ' create'

/** The box "Add …": what is typed in it and the list of options that match. */
export function useOptionQuery({
  options,
  allOptions,
  listId,
  creatable,
}: {
  /** Those that can still be added. */
  options: readonly Option[]
  allOptions: readonly Option[]
  listId: string
  /** Whether a text that is no option may become one. */
  creatable: boolean
}) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const typed = text.trim()
  const { shown, more } = filterOptions(options, text)
  const lines: readonly Option[] =
    creatable && typed !== '' && !findOption(allOptions, typed)
      ? [...shown, { id: CREATE, label: `Create “${typed}”`, icon: createElement(Plus) }]
      : shown
  const list = useActiveOption(lines.length, listId)

  function show() {
    setOpen(true)
  }

  function close() {
    setOpen(false)
    list.setActive(-1)
  }

  return {
    text,
    typed,
    open,
    /** The list is open and has lines. */
    listed: open && lines.length > 0,
    lines,
    more,
    active: list.active,
    setActive: list.setActive,
    highlighted: open ? lines[list.active] : undefined,
    show,
    close,
    /** Empties the box and closes the list. */
    reset: () => {
      setText('')
      close()
    },
    type: (next: string) => {
      setText(next)
      setOpen(true)
      list.setActive(next.trim() === '' ? -1 : 0)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault()
        show()
        list.setActive(0)
      } else if (open) list.moveBy(event)
    },
  }
}
