import { useSettlingText } from '#lib/use-settling-text.ts'
import { SearchInput } from '#ui/SearchInput.tsx'

const SETTLE_MS = 120

/** The search box above the table. Tells what was typed when the typing pauses, and at once on Enter. */
export function SearchLeads({
  value,
  onChange,
  className,
}: {
  value: string
  onChange: (q: string) => void
  className?: string
}) {
  const { text, setText, settle } = useSettlingText({ value, onChange, ms: SETTLE_MS })
  return (
    <SearchInput
      label="Search leads"
      placeholder="Search leads"
      value={text}
      onChange={setText}
      onSubmit={settle}
      {...(className ? { className } : {})}
    />
  )
}
