import { useId, type ReactNode } from 'react'

/** A part of the pane under a heading of its own. */
export function PaneSection({
  title,
  count,
  actions,
  children,
}: {
  title: string
  /** How many things are listed; none is not shown. */
  count?: number | undefined
  /** Buttons beside the heading. */
  actions?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="px-4 py-3">
      <div className="flex min-h-7 items-center gap-2">
        <h3 id={id} className="text-xs font-semibold text-muted">
          {title}
        </h3>
        {count !== undefined && count > 0 && <span className="text-xs text-faint tabular-nums">{count}</span>}
        {actions && <span className="-mr-2 ml-auto flex items-center gap-1">{actions}</span>}
      </div>
      {children}
    </section>
  )
}
