import { Banner } from '#ui/Banner.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import type { ComponentProps } from 'react'
import { useWatch, type Control } from 'react-hook-form'

import { readChoices, removedChoices, type CustomFieldForm } from './custom-field-form.ts'

/** The choices of a field, one on each line, with a warning when one is about to go. */
export function ChoicesInput({
  control,
  before,
  ...area
}: Omit<ComponentProps<typeof TextAreaField>, 'label' | 'description'> & {
  control: Control<CustomFieldForm>
  /** The choices that the field has now. */
  before: readonly string[]
}) {
  const text = useWatch({ control, name: 'choices' })
  const removed = removedChoices(before, text)
  const count = readChoices(text).length
  return (
    <div className="flex flex-col gap-2">
      <TextAreaField
        {...area}
        label="Choices"
        rows={6}
        spellCheck={false}
        description={`One on each line, in the order in which they are offered; a pasted list works too. ${count === 1 ? '1 choice.' : `${count} choices.`}`}
      />
      {removed.length > 0 && (
        <Banner tone="warn" live>
          {removedText(removed)}
        </Banner>
      )}
    </div>
  )
}

/** Source: contract 14, "only valid values are returned". */
function removedText(removed: readonly string[]): string {
  const named = removed.slice(0, 3).map((choice) => `“${choice}”`)
  const rest = removed.length - named.length
  const names = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(' and ')
  return `Without ${names}, leads that have ${removed.length === 1 ? 'this value' : 'these values'} no longer show it. A renamed choice counts as removed.`
}
