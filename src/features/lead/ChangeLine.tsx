import { AgoText } from '#fields/AgoText.tsx'
import type { LeadChange } from '#model/lead-change.ts'
import { userName } from '#model/organization.ts'
import { Avatar } from '#ui/Avatar.tsx'

import { actionWords, changeWords, fieldLabel, type ChangeContext } from './change-words.ts'

/** One change of a lead: who, when, and for each field what it was and became. */
export function ChangeLine({
  change,
  context,
  labelHidden = false,
}: {
  change: LeadChange
  context: ChangeContext
  /** Leaves out the names of fields, where only one is looked at. */
  labelHidden?: boolean | undefined
}) {
  const user = context.users?.find(({ id }) => id === change.userId)
  const who = user ? userName(user) : change.userId ? 'A former user' : 'Close'
  const action = actionWords(change)
  return (
    <li className="flex min-w-0 gap-2.5 py-1.5">
      <Avatar name={who} className="mt-0.5 size-5" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-xs text-muted">
          <span className="min-w-0 truncate font-medium text-text">{who}</span>
          {change.isBulk && <span className="shrink-0">in bulk</span>}
          <span className="ml-auto shrink-0">
            <AgoText iso={change.at} />
          </span>
        </p>
        {action && <p>{action}</p>}
        {change.fields.length > 0 && (
          <dl className="flex flex-col gap-0.5">
            {change.fields.map((field) => (
              <div key={field.field} className="flex flex-wrap gap-x-2">
                <dt className={labelHidden ? 'sr-only' : 'text-muted'}>
                  {fieldLabel(field.field, context.fields)}
                </dt>
                <dd className="min-w-0 wrap-break-word">
                  {change.hasValues ? (
                    <ChangedValue words={changeWords(field, context)} />
                  ) : (
                    <span className="text-faint">changed</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}

function ChangedValue({ words }: { words: ReturnType<typeof changeWords> }) {
  if (words.kind === 'list') {
    return (
      <span className="flex flex-wrap gap-x-2">
        {words.removed.map((text) => (
          <del key={text} className="text-muted">
            <span className="sr-only">removed </span>
            {text}
          </del>
        ))}
        {words.added.map((text) => (
          <ins key={text} className="no-underline">
            <span className="sr-only">added </span>
            <span aria-hidden className="text-good">
              +{' '}
            </span>
            {text}
          </ins>
        ))}
      </span>
    )
  }
  return (
    <>
      <span className="text-muted">{clipped(words.before) || 'empty'}</span>
      <span aria-hidden className="px-1.5 text-faint">
        →
      </span>
      <span className="sr-only"> became </span>
      <span>{clipped(words.after) || 'empty'}</span>
    </>
  )
}

const LONGEST = 280

/** A long description is told by its beginning. */
function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
}
