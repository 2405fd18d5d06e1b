import type { Contact } from '#model/lead.ts'
import { fieldOptions } from './field-options.tsx'
import { OptionEditor, type OptionEditorProps } from './OptionEditor.tsx'

/** One contact of the same lead, by id; one that is gone from it is shown as such. */
export function ContactEditor({
  contacts,
  placeholder = 'Nobody',
  ...rest
}: Omit<OptionEditorProps, 'options'> & { contacts: readonly Contact[] }) {
  const options = fieldOptions(CONTACT, rest.value === null ? [] : [rest.value], { contacts })
  return <OptionEditor {...rest} options={options} placeholder={placeholder} />
}

const CONTACT = { type: 'contact', choices: null }
