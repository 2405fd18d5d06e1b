import { parseTarget, targetGroups, targetId, type ImportTarget } from '#model/import-target.ts'
import type { CustomField } from '#model/custom-field.ts'
import { controlClass } from '#ui/control-class.ts'
import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import { useMemo, type Ref } from 'react'

/** What a column is imported as: a native select, named by the label that points to `id`. */
export function TargetSelect({
  id,
  target,
  fields,
  describedBy,
  isInvalid,
  onChange,
  ref,
}: {
  id: string
  target: ImportTarget
  fields: readonly CustomField[]
  describedBy: string | undefined
  isInvalid: boolean
  onChange: (target: ImportTarget) => void
  ref?: Ref<HTMLSelectElement>
}) {
  const groups = useMemo(() => targetGroups(fields), [fields])
  const isSkipped = target.kind === 'none'
  return (
    <div className="relative">
      <select
        ref={ref}
        id={id}
        value={targetId(target)}
        onChange={(event) => onChange(parseTarget(event.target.value, fields))}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        className={clsx(
          controlClass,
          'h-8 appearance-none truncate pr-7 pl-2.5 pointer-coarse:h-10',
          isSkipped && 'text-muted',
        )}
      >
        <option value="none">Don’t import</option>
        {groups.map(
          (group) =>
            group.options.length > 0 && (
              <optgroup key={group.label} label={group.label}>
                {group.options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.label}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
