import { parseMarkup, type Inline } from '#model/note-markup.ts'
import { Link } from '#ui/Link.tsx'
import { Fragment, type ReactNode } from 'react'

/** What a note will look like. */
export function NotePreview({ markup }: { markup: string }) {
  return (
    <div
      role="group"
      aria-label="Preview"
      dir="auto"
      className="max-h-60 overflow-y-auto rounded-md border border-dashed border-line px-2.5 py-1.5 wrap-break-word"
    >
      {parseMarkup(markup).map((block, i) => {
        switch (block.kind) {
          case 'hr':
            return <hr key={i} className="my-2 border-line" />
          case 'h1':
            return (
              <p key={i} className="pt-1 text-base font-semibold">
                {drawn(block.children)}
              </p>
            )
          case 'ul':
            return (
              <ul key={i} className="list-disc pl-5">
                {block.items.map((item, k) => (
                  <li key={k}>{drawn(item)}</li>
                ))}
              </ul>
            )
          case 'p':
            return <p key={i}>{drawn(block.children)}</p>
        }
      })}
    </div>
  )
}

function drawn(parts: readonly Inline[]): ReactNode {
  return parts.map((part, i) => <Fragment key={i}>{typeof part === 'string' ? part : marked(part)}</Fragment>)
}

function marked(part: Exclude<Inline, string>): ReactNode {
  if (part.tag === 'a') {
    return (
      <Link href={part.href} external>
        {drawn(part.children)}
      </Link>
    )
  }
  if (part.tag === 'code') {
    return <code className="rounded-sm bg-sunken px-1 font-mono text-xs">{drawn(part.children)}</code>
  }
  const Tag = part.tag
  return <Tag className={part.tag === 'strong' ? 'font-semibold' : undefined}>{drawn(part.children)}</Tag>
}
