import { RouteLink } from '#lib/navigation.ts'
import { leadPath } from '#model/paths.ts'
import { Banner } from '#ui/Banner.tsx'
import { Button } from '#ui/Button.tsx'
import { linkClass } from '#ui/link-class.ts'
import { CircleCheck, CircleX } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { MergeDone } from './merge-done.ts'

/** What came out of a merge, promise by promise, as the server has it now. */
export function MergeResult({ done, onAgain }: { done: MergeDone; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const broken = done.checks.filter((check) => !check.holds)
  return (
    <section className="flex flex-col gap-4" aria-label="Result of the merge">
      <h2 ref={heading} tabIndex={-1} className="text-base font-semibold outline-none">
        {done.sourceName} is now part of{' '}
        <RouteLink to={leadPath(done.after.id)} className={linkClass}>
          {done.after.display_name}
        </RouteLink>
      </h2>
      {broken.length === 0 ? (
        <Banner tone="good" live>
          It came out as predicted: {done.checks.length} of {done.checks.length} checks hold.
        </Banner>
      ) : (
        <Banner tone="warn" live>
          {done.isComplete
            ? `${broken.length} of ${done.checks.length} checks came out otherwise than predicted; see below.`
            : 'The server is still at work on this merge. What is not there yet may arrive in a moment.'}
        </Banner>
      )}
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table aria-label="Checks" className="w-full min-w-[32rem] text-sm">
          <thead>
            <tr className="border-b border-line text-left text-xs text-muted">
              {['Field', 'Predicted', 'On the server', 'Outcome'].map((title) => (
                <th key={title} scope="col" className="px-3 py-2 font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {done.checks.map((check) => (
              <tr key={check.label} className="align-top">
                <th scope="row" className="px-3 py-2 text-left font-medium text-muted">
                  {check.label}
                </th>
                <td className="max-w-xs px-3 py-2 break-words whitespace-pre-line">{check.expected}</td>
                <td className="max-w-xs px-3 py-2 break-words whitespace-pre-line">{check.found}</td>
                <td className="px-3 py-2">
                  {check.holds ? (
                    <span className="inline-flex items-center gap-1 text-good">
                      <CircleCheck aria-hidden className="size-4" /> As predicted
                    </span>
                  ) : (
                    <span className="inline-flex items-center gap-1 text-bad">
                      <CircleX aria-hidden className="size-4" /> Different
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex justify-end gap-2">
        <Button onClick={onAgain}>Merge another lead into it</Button>
      </div>
    </section>
  )
}
