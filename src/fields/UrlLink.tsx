import { safeHref } from '#lib/safe-href.ts'
import { linkClass } from '#ui/link-class.ts'

/** A web address that opens in a new tab; plain text when it is not one that is safe to open. */
export function UrlLink({ url }: { url: string | null | undefined }) {
  if (!url) return null
  const href = safeHref(url)
  const text = url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
  if (!href) return <span className="truncate">{url}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={url} className={`truncate ${linkClass}`}>
      {text}
    </a>
  )
}
