/**
 * Rich text of notes: `note` is the plain text, `note_html` a small subset of XHTML in a `<body>`; setting one
 * rewrites the other. Source: Rich Text Fields; contract 13.
 */

const ALLOWED = new Set('body h1 p em strong b i u s span code a img hr ul ol li br'.split(' '))
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/** `<body><p>x</p></body>` for the plain text `x`, one paragraph a line. */
export function htmlOfText(text: string): string {
  const paragraphs = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`)
  return `<body>${paragraphs.join('')}</body>`
}

/** The plain text of rich text, one line a paragraph, heading or list item. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|h1|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim()
}

/** Rich text without tags outside the subset (their content stays), wrapped in `<body>`. */
export function cleanHtml(html: string): string {
  const kept = html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<(\/?)([a-z][\w-]*)([^>]*)>/gi, (_tag, slash: string, name: string, rest: string) =>
      ALLOWED.has(name.toLowerCase()) ? `<${slash}${name}${withoutHandlers(rest)}>` : '',
    )
  return /^\s*<body\b/i.test(kept) ? kept.trim() : `<body>${kept}</body>`
}

function withoutHandlers(attributes: string): string {
  return attributes.replace(/\s(on\w+|style)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '')
}
