import { safeHref } from '#lib/safe-href.ts'

import './rich-text.css'
import { splitQuotedText } from './quoted-text.ts'

const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}])/i

/** A text as it was written, with its lines and its web addresses; older mails quoted below it fold away. */
export function PlainText({ text }: { text: string }) {
  const { own, quoted } = splitQuotedText(text)
  return (
    <div dir="auto" className="rich-text w-full min-w-0 whitespace-pre-wrap">
      {linked(own)}
      {quoted && (
        <details>
          <summary>Quoted text</summary>
          {linked(quoted)}
        </details>
      )}
    </div>
  )
}

function linked(text: string) {
  return text.split(ADDRESS).map((part, i) => {
    const href = i % 2 === 1 ? safeHref(part) : null
    if (href === null) return part
    return (
      // oxlint-disable-next-line react/no-array-index-key -- the same address may stand there twice
      <a key={i} href={href} target="_blank" rel="noopener noreferrer">
        {part}
      </a>
    )
  })
}
