import type { Contact } from '#model/lead.ts'
import type { EditorProps } from './editor-props.ts'
import { OptionEditor } from './OptionEditor.tsx'
import { contactOptions } from './person-options.tsx'

/** One contact of the same lead, by id. */
export function ContactEditor({
  contacts,
  ...rest
}: EditorProps<string | null> & { contacts: readonly Contact[] }) {
  return <OptionEditor {...rest} options={contactOptions(contacts)} placeholder="Nobody" />
}
