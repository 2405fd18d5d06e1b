import type { User } from '#model/organization.ts'
import type { EditorProps } from './editor-props.ts'
import { OptionEditor } from './OptionEditor.tsx'
import { userOptions } from './person-options.tsx'

/** One user, by id. */
export function UserEditor({ users, ...rest }: EditorProps<string | null> & { users: readonly User[] }) {
  return <OptionEditor {...rest} options={userOptions(users)} placeholder="Nobody" />
}
