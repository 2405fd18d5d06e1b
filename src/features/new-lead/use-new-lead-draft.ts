import { useEffect } from 'react'
import { useWatch, type Control } from 'react-hook-form'

import { keepNewLeadDraft } from './new-lead-draft.ts'
import { isUntouched, type NewLeadForm } from './new-lead-form.ts'

/** Keeps what is typed in this tab, until `isOver`. */
export function useNewLeadDraft(control: Control<NewLeadForm>, isOver: { readonly current: boolean }): void {
  const values = useWatch({ control }) as NewLeadForm
  useEffect(() => {
    if (!isOver.current) keepNewLeadDraft(isUntouched(values) ? null : values)
  }, [values, isOver])
}
