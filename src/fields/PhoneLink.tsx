import { linkClass } from '#ui/link-class.ts'

/** A phone number that calls when pressed. `formatted` is how the server writes it. */
export function PhoneLink({
  phone,
  formatted,
}: {
  phone: string | null | undefined
  formatted?: string | null | undefined
}) {
  if (!phone) return null
  const digits = phone.replace(/[^\d+*#]/g, '')
  if (!/\d{3}/.test(digits)) return <span className="truncate">{formatted || phone}</span>
  return (
    <a href={`tel:${digits}`} className={`truncate tabular-nums ${linkClass}`}>
      {formatted || phone}
    </a>
  )
}
