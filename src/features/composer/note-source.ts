import { escapeMarkup, noteHtml } from '#model/note-markup.ts'

/** A note's rich text as it would be typed. `isWhole` is false when saving it would lose some of its looks. */
export type NoteSource = { markup: string; isWhole: boolean }

/** Marks that our markup knows, by tag. */
const MARKS: Readonly<Record<string, string>> = {
  STRONG: '**',
  B: '**',
  EM: '*',
  I: '*',
  S: '~~',
  STRIKE: '~~',
  DEL: '~~',
  CODE: '`',
}
const PLAIN = new Set(['BODY', 'DIV', 'P', 'UL', 'LI', 'H1', 'HR', 'BR', 'A'])

/** Turns a note's HTML back into markup. It is read as data: nothing in it runs or loads. */
export function noteSource(html: string | null | undefined, text = ''): NoteSource {
  if (!html) return { markup: lines(escapeMarkup(text)), isWhole: true }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const known = [...body.querySelectorAll('*')].every(
    ({ tagName, parentElement }) =>
      (tagName in MARKS || PLAIN.has(tagName)) && !(tagName === 'UL' && parentElement?.closest('li')),
  )
  const markup = lines(blockText(body))
  return { markup, isWhole: known && keeps(noteHtml(markup), html) }
}

function blockText(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (!(node instanceof Element)) return inlineText(node)
      switch (node.tagName) {
        case 'UL':
        case 'OL':
        case 'DIV':
        case 'BLOCKQUOTE':
          return `\n${blockText(node)}\n`
        case 'LI':
          return `\n- ${inline(node).trim()}\n`
        case 'H1':
          return `\n# ${inline(node).trim()}\n`
        case 'HR':
          return '\n---\n'
        default:
          return /^(P|H\d|PRE)$/.test(node.tagName) ? `\n${inline(node)}\n` : inlineText(node)
      }
    })
    .join('')
}

function inline(element: Element): string {
  return [...element.childNodes].map(inlineText).join('')
}

function inlineText(node: Node): string {
  if (!(node instanceof Element)) return escapeMarkup((node.textContent ?? '').replace(/\s+/g, ' '))
  if (node.tagName === 'BR') return '\n'
  if (node.tagName === 'CODE') return `\`${node.textContent ?? ''}\``
  const words = inline(node)
  if (node.tagName === 'A') return link(node, words)
  const mark = MARKS[node.tagName]
  // A mark counts only where it touches the words.
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  return mark === undefined || core === '' ? words : `${before}${mark}${core}${mark}${after}`
}

function link(element: Element, words: string): string {
  const href = element.getAttribute('href') ?? ''
  if (href === '' || /[\s()]/.test(href)) return words
  return element.textContent?.trim() === href && /^https?:/.test(href) ? href : `[${words}](${href})`
}

function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}

/** Whether `next` has the words and the links of `html`. */
function keeps(next: string, html: string): boolean {
  const [now, before] = [next, html].map((one) => {
    const { body } = new DOMParser().parseFromString(one, 'text/html')
    const links = [...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    return { words: (body.textContent ?? '').replace(/\s+/g, ''), links }
  })
  return now?.words === before?.words && (before?.links.every((href) => now?.links.includes(href)) ?? false)
}
