import type { ReactNode } from 'react'

/** One titled part of the settings page; `id` is its place in the address (`/settings#id`). */
export function SettingsSection({
  id,
  title,
  description,
  action,
  children,
}: {
  id: string
  title: string
  description?: ReactNode
  /** A button beside the title. */
  action?: ReactNode
  children: ReactNode
}) {
  return (
    // A link to it takes the focus along.
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`} className="scroll-mt-6 outline-none">
      <header className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pb-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={`${id}-title`} className="text-base font-semibold">
            {title}
          </h2>
          {description && <p className="text-sm text-pretty text-muted">{description}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
