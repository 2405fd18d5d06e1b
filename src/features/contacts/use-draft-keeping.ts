import { useEffect } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'

import { keepContactDraft, type DraftKey } from './contact-draft.ts'
import { toContactPatch, type ContactFormValues } from './contact-form.ts'

/** Keeps what is typed in this tab as long as it differs from the form as it was opened. */
export function useDraftKeeping(
  form: UseFormReturn<ContactFormValues>,
  opened: ContactFormValues,
  { leadId, contactId }: DraftKey,
): void {
  const values = useWatch({ control: form.control }) as ContactFormValues
  useEffect(() => {
    const isTouched = Object.keys(toContactPatch(opened, values)).length > 0
    keepContactDraft({ leadId, contactId }, isTouched ? { opened, form: values } : null)
  }, [values, opened, leadId, contactId])
}
