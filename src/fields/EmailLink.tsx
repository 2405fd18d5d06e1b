import { linkClass } from '#ui/link-class.ts'

/** An e-mail address that opens the mail program when pressed. */
export function EmailLink({ email }: { email: string | null | undefined }) {
  if (!email) return null
  if (!/^[^\s@?&]+@[^\s@?&]+$/.test(email)) return <span className="truncate">{email}</span>
  return (
    <a href={`mailto:${encodeURI(email)}`} className={`truncate ${linkClass}`}>
      {email}
    </a>
  )
}
