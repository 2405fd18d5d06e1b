import { clsx } from 'clsx'
import { useId } from 'react'

/** Leadlight's mark with its name; the mark alone where the name is hidden. */
export function Logo({
  markOnly = false,
  className,
}: {
  markOnly?: boolean | undefined
  className?: string
}) {
  const lead = useId()
  return (
    <span
      className={clsx('inline-flex items-center gap-2 text-base font-semibold tracking-tight', className)}
    >
      <svg viewBox="0 0 32 32" aria-hidden className="size-5 shrink-0">
        <mask id={lead}>
          <rect x="1" y="1" width="30" height="30" rx="7" fill="#fff" />
          <path
            d="M21 0 11.5 18.5 0 12.5M11.5 18.5 32 15.5M11.5 18.5 18 32"
            fill="none"
            stroke="#000"
            strokeWidth="2.5"
          />
        </mask>
        <g mask={`url(#${lead})`}>
          <path fill="#4a5ae0" d="M0 0h21l-9.5 18.5L0 12.5z" />
          <path fill="#8591ff" d="M21 0h11v15.5l-20.5 3z" />
          <path fill="#ffbf47" d="m11.5 18.5 20.5-3V32H18z" />
          <path fill="#3540b5" d="m0 12.5 11.5 6L18 32H0z" />
        </g>
      </svg>
      <span className={markOnly ? 'sr-only' : undefined}>Leadlight</span>
    </span>
  )
}
