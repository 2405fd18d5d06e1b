import type { Failure } from '#model/failure.ts'
import { useState } from 'react'

import { messageAt } from './refusal-messages.ts'

/**
 * What stands in a form that begins with `opened`. `said` answers what the server refused at an input, by the names
 * that it may call it, until the input is changed.
 */
export function useFormValues<Values extends object>({
  opened,
  refusal,
  onChange,
}: {
  opened: Values
  refusal: Failure | null
  onChange: (values: Values) => void
}) {
  const [values, setValues] = useState(opened)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  return {
    values,
    change: (part: Partial<Values>) => {
      const next = { ...values, ...part }
      setValues(next)
      setTouched(new Set([...touched, ...Object.keys(part)]))
      onChange(next)
    },
    said: (input: keyof Values & string, ...names: readonly string[]) =>
      touched.has(input) ? null : messageAt(refusal, ...names),
  }
}
