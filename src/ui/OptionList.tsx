import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { Option } from './option.ts'
import { optionId } from './use-active-option.ts'

/** The list box of a combo box or select: shows options, one of them highlighted, some of them chosen. */
export function OptionList({
  id,
  label,
  options,
  active,
  isSelected,
  onActive,
  onPick,
}: {
  id: string
  label: string
  options: readonly Option[]
  /** The index of the highlighted one; -1 for none. */
  active: number
  isSelected: (option: Option) => boolean
  onActive: (index: number) => void
  onPick: (option: Option) => void
}) {
  const line = (option: Option, index: number) => {
    const selected = isSelected(option)
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys go to the box that owns the list
      <div
        key={option.id}
        id={optionId(id, index)}
        role="option"
        aria-selected={selected}
        tabIndex={-1}
        data-active={index === active || undefined}
        onPointerMove={() => {
          if (index !== active) onActive(index)
        }}
        onClick={() => onPick(option)}
        className={clsx(
          'flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0',
          index === active && 'bg-highlight outline-accent forced-colors:outline-2',
        )}
      >
        {option.icon}
        <span className="min-w-0 flex-1">
          <span className="block truncate">{option.label}</span>
          {option.description && (
            <span className="block truncate text-xs text-muted">{option.description}</span>
          )}
        </span>
        {selected && <Check aria-hidden className="text-accent" />}
      </div>
    )
  }
  const lines = options.map((option, index) => ({ group: option.group, node: line(option, index) }))
  return (
    <div id={id} role="listbox" aria-label={label} className="min-h-0 overflow-y-auto overscroll-contain p-1">
      {[...new Set(lines.map(({ group }) => group))].map((group) => {
        const own = lines.filter((one) => one.group === group).map(({ node }) => node)
        if (group === undefined) return own
        return (
          <div key={group} role="group" aria-label={group}>
            <div aria-hidden className="px-2 pt-1.5 pb-0.5 text-2xs text-muted">
              {group}
            </div>
            {own}
          </div>
        )
      })}
    </div>
  )
}
