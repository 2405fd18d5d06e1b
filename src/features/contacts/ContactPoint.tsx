import { Chip } from '#ui/Chip.tsx'
import { copyText } from '#ui/copy-text.ts'
import { IconButton } from '#ui/IconButton.tsx'
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'

/** One way to reach a contact: what it is, a link that does it, and a button that copies it. */
export function ContactPoint({
  icon,
  type,
  text,
  isPrimary = false,
  isUnsubscribed = false,
  children,
}: {
  icon: ReactNode
  type: string | undefined
  /** What is copied. */
  text: string
  /** The one that calls and e-mails go to. */
  isPrimary?: boolean
  isUnsubscribed?: boolean
  /** The link. */
  children: ReactNode
}) {
  return (
    <li className="group/point flex min-h-7 min-w-0 items-center gap-2 pointer-coarse:min-h-10">
      <span aria-hidden className="shrink-0 text-faint [&_svg]:size-3.5">
        {icon}
      </span>
      <span className="flex min-w-0 pointer-coarse:[&_a]:py-2.5">{children}</span>
      {type && <span className="shrink-0 text-2xs text-faint">{type}</span>}
      {isPrimary && <Chip label="Primary" className="shrink-0" />}
      {isUnsubscribed && (
        <Chip label="Unsubscribed" tone="warn" className="shrink-0" title="Does not want to get e-mails" />
      )}
      <IconButton
        label={`Copy ${text}`}
        icon={<Copy />}
        size="sm"
        onClick={() => void copyText(text)}
        className="ml-auto opacity-0 group-focus-within/point:opacity-100 group-hover/point:opacity-100 pointer-coarse:opacity-100"
      />
    </li>
  )
}
