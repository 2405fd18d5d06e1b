import { clsx } from 'clsx'
import { ExternalLink } from 'lucide-react'
import type { ComponentProps } from 'react'
import { linkClass } from './link-class.ts'

/** A link in running text. `external` opens a new tab without handing over the page. Router links take `linkClass`. */
export function Link({
  external = false,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { href: string; external?: boolean | undefined }) {
  return (
    <a
      {...rest}
      {...(external ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      className={clsx(linkClass, className)}
    >
      {children}
      {external && (
        <>
          <ExternalLink aria-hidden className="ml-1 inline size-3 align-baseline" />
          <span className="sr-only"> (opens in a new tab)</span>
        </>
      )}
    </a>
  )
}
