import type { PlannedColumn } from '#model/import-plan.ts'
import { targetLabel } from '#model/import-target.ts'
import { Disclosure } from '#ui/Disclosure.tsx'

import { countOf } from './import-words.ts'

/** The custom fields that the import adds to the organisation; nothing when there are none. */
export function FieldsToMake({ plan }: { plan: readonly PlannedColumn[] }) {
  const made = plan.filter(({ target }) => target.kind === 'new')
  if (made.length === 0) return null
  return (
    <section aria-label="New custom fields" className="rounded-lg border border-line bg-surface px-2 py-1">
      <Disclosure title={`${countOf(made.length, 'custom field')} will be made`}>
        <ul className="flex flex-col gap-1 pl-6 text-sm">
          {made.map(({ at, custom, target }) => (
            <li key={at}>
              <span className="font-medium break-words">{custom?.name}</span>{' '}
              <span className="text-muted">{targetLabel(target, []).replace('New field: ', '')}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  )
}
