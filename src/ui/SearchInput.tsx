import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import { useRef, type ComponentProps } from 'react'
import { controlClass } from './control-class.ts'
import { IconButton } from './IconButton.tsx'

export type SearchInputProps = Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'onSubmit' | 'type' | 'size'
> & {
  /** The accessible name, e.g. "Search leads". */
  label: string
  value: string
  onChange: (value: string) => void
  /** Called on Enter. */
  onSubmit?: (() => void) | undefined
}

/** A search box that can be emptied: by its button, or by Escape. A second Escape is left to the page. */
export function SearchInput({
  label,
  value,
  onChange,
  onSubmit,
  className,
  placeholder = 'Search…',
  ref,
  ...input
}: SearchInputProps) {
  const box = useRef<HTMLInputElement>(null)
  return (
    <div className={clsx('relative min-w-0', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-faint"
      />
      <input
        {...input}
        ref={(element) => {
          box.current = element
          if (typeof ref === 'function') ref(element)
          else if (ref) ref.current = element
        }}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          input.onKeyDown?.(event)
          if (event.key === 'Enter') onSubmit?.()
          if (event.key === 'Escape' && value) {
            event.preventDefault()
            event.stopPropagation()
            onChange('')
          }
        }}
        className={clsx(
          controlClass,
          'h-8 pr-8 pl-8 pointer-coarse:h-10 [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {value && (
        <IconButton
          label="Clear search"
          icon={<X />}
          size="xs"
          className="absolute top-1/2 right-1 -translate-y-1/2"
          onClick={() => {
            onChange('')
            box.current?.focus()
          }}
        />
      )}
    </div>
  )
}
