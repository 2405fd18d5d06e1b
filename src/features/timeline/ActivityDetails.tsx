import { Link } from '#ui/Link.tsx'
import { Paperclip } from 'lucide-react'

import type { ActivityBody } from './activity-body.ts'
import { PlainText } from './PlainText.tsx'
import { RichText } from './RichText.tsx'

/** An opened activity: to whom it went, its text and its files. */
export function ActivityDetails({ body }: { body: ActivityBody }) {
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-canvas px-3 py-2">
      {body.details.length > 0 && (
        <dl className="flex flex-col gap-0.5 text-xs">
          {body.details.map(({ label, text }) => (
            <div key={label} className="flex gap-2">
              <dt className="w-16 shrink-0 text-muted">{label}</dt>
              <dd className="min-w-0 wrap-break-word">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {body.html !== null && <RichText html={body.html} />}
      {body.text !== null && <PlainText text={body.text} />}
      {body.files.length > 0 && (
        <ul className="flex flex-col gap-0.5 text-xs">
          {body.files.map(({ name, href }, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- two files may have the same name
            <li key={i} className="flex min-w-0 items-center gap-1.5">
              <Paperclip aria-hidden className="size-3.5 shrink-0 text-faint" />
              {href ? (
                <Link href={href} external className="truncate">
                  {name}
                </Link>
              ) : (
                <span className="truncate">{name}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
