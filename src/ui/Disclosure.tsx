import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** A section that opens and closes under its title. The browser's own, so find-in-page opens it. */
export function Disclosure({
  title,
  aside,
  children,
  className,
  ...rest
}: Omit<ComponentProps<'details'>, 'title'> & {
  title: ReactNode
  /** At the right of the title, e.g. a count. */
  aside?: ReactNode
}) {
  return (
    <details {...rest} className={clsx('group/disclosure', className)}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-md px-1 text-sm font-medium select-none hover:bg-hover pointer-coarse:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {aside && <span className="text-xs font-normal text-muted">{aside}</span>}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  )
}
