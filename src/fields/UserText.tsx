import { Avatar } from '#ui/Avatar.tsx'
import { clsx } from 'clsx'

import { NO_LONGER_ACTIVE } from './person-options.tsx'

/** A person's initials and name; quieter for somebody who has left. */
export function UserText({
  name,
  isInactive = false,
}: {
  name: string | null | undefined
  isInactive?: boolean | undefined
}) {
  if (!name) return null
  return (
    <span
      title={isInactive ? NO_LONGER_ACTIVE : undefined}
      className={clsx(
        'inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle',
        isInactive && 'text-muted',
      )}
    >
      <Avatar name={name} className={isInactive ? 'size-4.5 opacity-50' : 'size-4.5'} />
      <span className="truncate">{name}</span>
      {isInactive && <span className="sr-only"> ({NO_LONGER_ACTIVE})</span>}
    </span>
  )
}
