import { ComboBox } from '#ui/ComboBox.tsx'
import type { Option } from '#ui/option.ts'
import { SaveNote } from './SaveNote.tsx'
import type { EditorProps } from './editor-props.ts'

export type OptionEditorProps = EditorProps<string | null> & {
  options: readonly Option[]
  /** What to show for a value that is not among the options. */
  valueLabel?: string | undefined
  /** Offers to create an option of the typed text. */
  onCreate?: ((text: string) => void) | undefined
  placeholder?: string | undefined
  /** Whether it can be emptied. */
  clearable?: boolean | undefined
  size?: 'sm' | 'md' | undefined
}

/** One of many options, chosen by typing; can be emptied unless told otherwise. Shows what was refused until that is settled. */
export function OptionEditor({
  save,
  value,
  onCommit,
  placeholder = 'Empty',
  boxed,
  valueText,
  clearable = true,
  ...rest
}: OptionEditorProps) {
  const failed = save?.kind === 'failed' ? save : null
  const shown = failed?.wanted === undefined ? value : failed.wanted
  return (
    <div className="min-w-0">
      <ComboBox
        {...rest}
        labelHidden
        quiet={!boxed}
        clearable={clearable}
        value={shown}
        loading={save?.kind === 'saving'}
        placeholder={placeholder}
        onChange={(next) => {
          failed?.discard()
          onCommit(next)
        }}
      />
      <SaveNote label={rest.label} save={save} valueText={valueText} />
    </div>
  )
}
