const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const BARE_HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?(?:[/?#]|$)/u

/**
 * An address that is safe to put in a link; null for anything that must stay plain text. Only http, https, mailto
 * and tel pass; a bare host such as `bluth.com/about` counts as https. Takes anything and never throws.
 */
export function safeHref(text: string): string | null {
  const trimmed = text.trim()
  // Browsers drop line breaks and tabs inside an address, so that `java\nscript:` would run.
  if (trimmed === '' || /[\s\p{Cc}]/u.test(trimmed)) return null
  const address = BARE_HOST.test(trimmed) ? `https://${trimmed}` : trimmed
  if (!URL.canParse(address)) return null
  return ALLOWED.has(new URL(address).protocol) ? address : null
}
