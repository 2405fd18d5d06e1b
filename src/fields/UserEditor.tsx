import type { Person } from '#model/organization.ts'
import { OptionEditor, type OptionEditorProps } from './OptionEditor.tsx'
import { userOptions } from './person-options.tsx'

/** One user, by id; who has left is shown where they are the value, and cannot be chosen. */
export function UserEditor({
  users,
  placeholder = 'Nobody',
  ...rest
}: Omit<OptionEditorProps, 'options'> & { users: readonly Person[] }) {
  return <OptionEditor {...rest} options={userOptions(users)} placeholder={placeholder} />
}
