import type { ReactNode } from 'react'

/** A page's title with what can be done on the whole page. */
export function PageHeader({
  title,
  description,
  leading,
  actions,
}: {
  title: string
  description?: ReactNode
  /** Before the title, e.g. a way back. */
  leading?: ReactNode
  actions?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="flex min-w-0 items-center gap-2">
        {leading}
        <div className="min-w-0">
          <h1 className="text-lg font-semibold tracking-tight text-balance">{title}</h1>
          {description && <p className="text-sm text-muted">{description}</p>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
