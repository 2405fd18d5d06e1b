/** Up to two initials of a name, upper case; the first letter alone for one word or an e-mail; "?" for none. */
export function initials(name: string): string {
  const words =
    name
      .split('@')[0]
      ?.trim()
      .split(/[\s._-]+/)
      .filter(Boolean) ?? []
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/^./u)?.[0] ?? '',
  )
  return letters.join('').toLocaleUpperCase() || '?'
}
