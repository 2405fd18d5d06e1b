import { canAddChoices, countDuplicates, missingChoices, unknownStatuses } from '#model/import-check.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { useMemo, type ReactNode } from 'react'

import { decide } from './import-steps.ts'
import type { ImportState } from './import-store.ts'
import { countOf } from './import-words.ts'

/** Questions that only a person can answer, each with what follows from the answer; nothing when there are none. */
export function CheckDecisionList({ state }: { state: Extract<ImportState, { step: 'check' }> }) {
  const { around } = state
  const { rows, found, decisions } = state.check
  const choices = useMemo(() => missingChoices(rows), [rows])
  const statuses = useMemo(() => unknownStatuses(rows), [rows])
  const { repeated, existing } = useMemo(() => countDuplicates(rows, found), [rows, found])
  const nameOf = (id: string) => around.fields.find((field) => field.id === id)?.name ?? id
  if (choices.length === 0 && statuses.length === 0 && repeated === 0 && existing === 0) return null

  return (
    <section aria-label="To decide" className="flex flex-col gap-3">
      {choices.map(({ fieldId, values, rows }) => (
        <Decision key={fieldId}>
          {canAddChoices(fieldId, around.fields) ? (
            <Checkbox
              label={`Add ${countOf(values.length, 'choice')} to ${nameOf(fieldId)}`}
              description={`${listed(values)}. ${otherwiseFailing(rows)}`}
              checked={decisions.addChoices.has(fieldId)}
              onChange={(event) => {
                const addChoices = new Set(decisions.addChoices)
                if (event.target.checked) addChoices.add(fieldId)
                else addChoices.delete(fieldId)
                decide({ addChoices })
              }}
            />
          ) : (
            <p className="text-sm">
              {`${countOf(rows, 'row has', 'rows have')} values that are no choices of ${nameOf(fieldId)}: ${listed(values)}. `}
              <span className="text-muted">
                The field is shared with other kinds of objects, so its choices are to be changed in Close.
              </span>
            </p>
          )}
        </Decision>
      ))}
      {statuses.length > 0 && (
        <Decision>
          <Checkbox
            label={`Use the status ${around.statuses[0]?.label ?? 'by default'} where the file’s does not exist`}
            description={`${listed(statuses.map(({ label }) => label))}. ${otherwiseFailing(
              statuses.reduce((sum, { rows }) => sum + rows, 0),
            )}`}
            checked={decisions.unknownStatus === 'default'}
            onChange={(event) => decide({ unknownStatus: event.target.checked ? 'default' : 'fail' })}
          />
        </Decision>
      )}
      {existing > 0 && (
        <Decision>
          <RadioGroup
            label={`${countOf(existing, 'row has', 'rows have')} the name of a lead that exists already`}
            options={[
              { id: 'skip', label: 'Skip them' },
              { id: 'import', label: 'Import anyway' },
            ]}
            value={decisions.existing}
            onChange={(choice) => decide({ existing: choice })}
          />
        </Decision>
      )}
      {repeated > 0 && (
        <Decision>
          <RadioGroup
            label={`${countOf(repeated, 'row repeats', 'rows repeat')} the name of an earlier row`}
            options={[
              { id: 'skip', label: 'Skip them' },
              { id: 'import', label: 'Import anyway' },
            ]}
            value={decisions.repeated}
            onChange={(choice) => decide({ repeated: choice })}
          />
        </Decision>
      )}
    </section>
  )
}

function Decision({ children }: { children: ReactNode }) {
  return <div className="rounded-lg border border-line bg-surface px-3 py-2">{children}</div>
}

/** In how many rows something stands that has to be agreed to. */
function otherwiseFailing(rows: number): string {
  return `In ${countOf(rows, 'row')}, which ${rows === 1 ? 'fails' : 'fail'} otherwise.`
}

const SHOWN = 8

function listed(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).join(', ')
  return values.length > SHOWN ? `${shown} and ${values.length - SHOWN} more` : shown
}
