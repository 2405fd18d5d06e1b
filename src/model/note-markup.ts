import { safeHref } from '#lib/safe-href.ts'

/*
 * How a note is typed: plain lines with a few marks, which become the rich text that Close keeps. `# ` begins a
 * heading, `- ` an item of a list, `---` is a line across; **bold**, *italic*, ~~struck~~, `code`,
 * [text](address), and addresses as they are. A backslash keeps the next mark as it is. Close has no numbered
 * lists: their lines stay lines. Source: contract 13, "Notes".
 */

export type Inline =
  | string
  | { tag: 'strong' | 'em' | 's' | 'code'; children: readonly Inline[] }
  | { tag: 'a'; href: string; children: readonly Inline[] }

export type Block =
  | { kind: 'p' | 'h1'; children: readonly Inline[] }
  | { kind: 'ul'; items: readonly (readonly Inline[])[] }
  | { kind: 'hr' }

const HEADING = /^#\s+(.+)$/
const ITEM = /^\s*[-*•]\s+(.+)$/
const RULE = /^\s*-{3,}\s*$/

/** What was typed, in parts. Empty lines only separate. */
export function parseMarkup(markup: string): Block[] {
  const blocks: Block[] = []
  for (const line of markup.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const heading = HEADING.exec(line)?.[1]
    const item = ITEM.exec(line)?.[1]
    const last = blocks.at(-1)
    if (RULE.test(line)) blocks.push({ kind: 'hr' })
    else if (heading !== undefined) blocks.push({ kind: 'h1', children: parseInline(heading.trim()) })
    else if (item === undefined) blocks.push({ kind: 'p', children: parseInline(line.trim()) })
    else if (last?.kind === 'ul') blocks[blocks.length - 1] = withItem(last, parseInline(item.trim()))
    else blocks.push({ kind: 'ul', items: [parseInline(item.trim())] })
  }
  return blocks
}

function withItem(list: Extract<Block, { kind: 'ul' }>, item: readonly Inline[]): Block {
  return { ...list, items: [...list.items, item] }
}

/** Rich text as the API takes it. */
export function noteHtml(markup: string): string {
  return `<body>${parseMarkup(markup).map(blockHtml).join('')}</body>`
}

/** The words alone, a line for each paragraph and item. */
export function markupText(markup: string): string {
  return parseMarkup(markup)
    .flatMap((block) =>
      block.kind === 'hr'
        ? []
        : block.kind === 'ul'
          ? block.items.map(inlineText)
          : [inlineText(block.children)],
    )
    .join('\n')
}

/** Whether it is more than lines of plain words. */
export function hasFormatting(markup: string): boolean {
  return parseMarkup(markup).some(
    (block) => block.kind !== 'p' || block.children.some((part) => typeof part !== 'string'),
  )
}

/** Marks in a text of somebody else kept as they are, for text that becomes markup. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_~[\]]/g, '\\$&').replace(/^(\s*)([#•-])/, '$1\\$2')
}

/*
 * In this order: an escaped mark, code, a link, an address, bold, italic with either mark, struck. A mark counts
 * only where it touches the words, so `2 * 3` and `snake_case` stay what they are.
 */
const INLINE = new RegExp(
  [
    /\\(?<plain>[\\`*_~[\]#•-])/,
    /`(?<code>[^`]+)`/,
    /\[(?<label>(?:\\.|[^\]\\])+)\]\((?<href>[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)/,
    /(?<address>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]*_~`\\])/,
    /\*\*(?=\S)(?<strong>(?:\\.|[^\\])+?)(?<=\S)\*\*(?!\*)/,
    /(?<![\w*])\*(?=[^\s*])(?<star>(?:\\.|[^\\])+?)(?<=[^\s*])\*(?![\w*])/,
    /(?<!\w)_(?=\S)(?<under>(?:\\.|[^\\])+?)(?<=\S)_(?!\w)/,
    /~~(?=\S)(?<struck>(?:\\.|[^\\])+?)(?<=\S)~~/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    add(parts, text.slice(from, match.index))
    add(parts, part(match[0], match.groups ?? {}))
    from = match.index + match[0].length
  }
  add(parts, text.slice(from))
  return parts
}

function add(parts: Inline[], next: Inline): void {
  const last = parts.at(-1)
  if (typeof next !== 'string') parts.push(next)
  else if (typeof last === 'string') parts[parts.length - 1] = last + next
  else if (next !== '') parts.push(next)
}

function part(whole: string, groups: Readonly<Record<string, string | undefined>>): Inline {
  const { plain, code, label, address, strong, struck } = groups
  if (plain !== undefined) return plain
  if (code !== undefined) return { tag: 'code', children: [code] }
  if (address !== undefined) return { tag: 'a', href: address, children: [address] }
  if (label !== undefined) {
    const href = safeHref(groups['href'] ?? '')
    return href === null ? whole : { tag: 'a', href, children: parseInline(label) }
  }
  if (strong !== undefined) return { tag: 'strong', children: parseInline(strong) }
  if (struck !== undefined) return { tag: 's', children: parseInline(struck) }
  return { tag: 'em', children: parseInline(groups['star'] ?? groups['under'] ?? '') }
}

function blockHtml(block: Block): string {
  if (block.kind === 'hr') return '<hr/>'
  if (block.kind === 'ul')
    return `<ul>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</ul>`
  return `<${block.kind}>${inlineHtml(block.children)}</${block.kind}>`
}

function inlineHtml(parts: readonly Inline[]): string {
  return parts
    .map((one) => {
      if (typeof one === 'string') return escapeHtml(one)
      const start = one.tag === 'a' ? `a href="${escapeHtml(one.href)}"` : one.tag
      return `<${start}>${inlineHtml(one.children)}</${one.tag}>`
    })
    .join('')
}

function inlineText(parts: readonly Inline[]): string {
  return parts.map((one) => (typeof one === 'string' ? one : inlineText(one.children))).join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
