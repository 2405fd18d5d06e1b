import { Avatar } from '#ui/Avatar.tsx'

/** A person's initials and name. */
export function UserText({ name }: { name: string | null | undefined }) {
  if (!name) return null
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle">
      <Avatar name={name} className="size-4.5" />
      <span className="truncate">{name}</span>
    </span>
  )
}
