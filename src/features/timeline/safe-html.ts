import { safeHref } from '#lib/safe-href.ts'
import DOMPurify, { type Config } from 'dompurify'

/** A document made of somebody else's HTML, safe to put into the page. */
export type SafeHtml = {
  nodes: ChildNode[]
  /** Pictures of other servers; none is loaded before `showPictures`, since loading tells the sender. */
  pictures: HTMLImageElement[]
}

const TAGS =
  'a abbr address b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 ' +
  'hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr u ul'
const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: TAGS.split(' '),
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'start', 'dir', 'lang'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
}

/** How mail programs mark what they quote; what follows an Outlook mark is all quoted. */
const QUOTE = '.gmail_quote, .yahoo_quoted, .protonmail_quote, blockquote[type="cite"], #OLK_SRC_BODY_SECTION'
const QUOTE_START = '#divRplyFwdMsg, #appendonsend, #x_divRplyFwdMsg, #x_appendonsend'
const EMBEDDED_PICTURE = /^data:image\/(png|gif|jpe?g|webp|avif);base64,/i

/**
 * Makes HTML of a note or an e-mail safe: text, links, lists and tables stay; scripts, styles, forms, frames and
 * whatever else could act or load stay out. Links go to http, https, mailto and tel alone and open a tab of
 * their own that knows nothing of this one. Older mails quoted at the end fold away.
 */
export function safeHtml(html: string): SafeHtml {
  const purify = DOMPurify(window)
  const pictures: HTMLImageElement[] = []
  const quotes = new Map<Node, 'itself' | 'rest'>()
  purify.addHook('uponSanitizeElement', (node) => {
    // The marks are ids and classes, which do not stay.
    if (!(node instanceof Element)) return
    if (node.matches(QUOTE)) quotes.set(node, 'itself')
    else if (node.matches(QUOTE_START)) quotes.set(node, 'rest')
  })
  purify.addHook('afterSanitizeAttributes', (node) => {
    if (node.localName === 'a') guardLink(node)
    else node.removeAttribute('href')
    if (node instanceof HTMLImageElement) guardPicture(node, pictures)
    else node.removeAttribute('src')
  })
  const fragment = purify.sanitize(html, CONFIG)
  foldQuotes(fragment, quotes)
  return {
    pictures: pictures.filter((picture) => fragment.contains(picture)),
    nodes: [...fragment.childNodes],
  }
}

/** Loads the pictures of other servers, without telling them where from; one that does not load is a link. */
export function showPictures(pictures: readonly HTMLImageElement[]): void {
  for (const picture of pictures) {
    const address = picture.dataset['address']
    if (!address) continue
    picture.referrerPolicy = 'no-referrer'
    picture.addEventListener('error', () => picture.replaceWith(pictureLink(address, picture.alt)), {
      once: true,
    })
    picture.hidden = false
    picture.src = address
  }
}

function guardLink(link: Element): void {
  const href = safeHref(link.getAttribute('href') ?? '')
  if (href === null) {
    link.removeAttribute('href')
    return
  }
  link.setAttribute('href', href)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
  // Where it really leads, whatever the text says.
  link.setAttribute('title', href)
}

function guardPicture(picture: HTMLImageElement, pictures: HTMLImageElement[]): void {
  const address = picture.getAttribute('src') ?? ''
  if (!picture.hasAttribute('alt')) picture.setAttribute('alt', '')
  if (EMBEDDED_PICTURE.test(address)) return
  picture.removeAttribute('src')
  picture.hidden = true
  if (!/^https?:\/\//i.test(address.trim()) || safeHref(address) === null) return
  picture.dataset['address'] = address.trim()
  pictures.push(picture)
}

function pictureLink(address: string, alt: string): HTMLElement {
  const link = document.createElement('a')
  link.textContent = alt || 'Picture'
  link.setAttribute('href', address)
  guardLink(link)
  return link
}

/** Puts the first quoted part into a disclosure that starts closed; a mail that only quotes stays open. */
function foldQuotes(fragment: DocumentFragment, quotes: ReadonlyMap<Node, 'itself' | 'rest'>): void {
  for (const [node, kind] of quotes) {
    const parent = node.parentNode
    if (!parent || !fragment.contains(node) || isInDetails(node)) continue
    const siblings = [...parent.childNodes]
    const folded = kind === 'rest' ? siblings.slice(siblings.indexOf(node as ChildNode)) : [node]
    const details = document.createElement('details')
    const summary = document.createElement('summary')
    summary.textContent = 'Quoted text'
    details.append(summary)
    parent.insertBefore(details, node)
    details.append(...folded)
    details.open = fragment.textContent?.trim() === details.textContent?.trim()
  }
}

function isInDetails(node: Node): boolean {
  return node instanceof Element
    ? node.closest('details') !== null
    : node.parentElement?.closest('details') != null
}
