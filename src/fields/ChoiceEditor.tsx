import { textOptions } from '#ui/option.ts'
import type { EditorProps } from './editor-props.ts'
import { OptionEditor } from './OptionEditor.tsx'

/** One choice of a field's list. A value that is no longer a choice stays until it is changed. */
export function ChoiceEditor({
  choices,
  onCreateChoice,
  ...rest
}: EditorProps<string | null> & {
  choices: readonly string[]
  /** Adds a choice to the field's definition; the caller then commits it. */
  onCreateChoice?: ((choice: string) => void) | undefined
}) {
  return <OptionEditor {...rest} options={textOptions(choices)} onCreate={onCreateChoice} />
}
