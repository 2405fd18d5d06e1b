import { PageHeader } from '#ui/PageHeader.tsx'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** A page with a title that scrolls as a whole. */
export function Page({
  title,
  description,
  wide = false,
  children,
}: {
  title: string
  description?: ReactNode
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className="page-scroller relative h-full overflow-y-auto">
      <title>{`${title} · Leadlight`}</title>
      <div
        className={clsx(
          'mx-auto flex w-full flex-col gap-6 px-4 py-5 md:px-8 md:py-7',
          wide ? 'max-w-6xl' : 'max-w-3xl',
        )}
      >
        <PageHeader title={title} description={description} />
        {children}
      </div>
    </div>
  )
}
