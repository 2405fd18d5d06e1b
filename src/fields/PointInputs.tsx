import { CONTACT_POINT_TYPES, POINT_LISTS, type PointList } from '#model/contact-point.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Plus, X } from 'lucide-react'
import { useRef, type ComponentProps } from 'react'

/** What a form's library gives for one control, and what is wrong with its value. */
type Control<Tag extends 'input' | 'select'> = Pick<
  ComponentProps<Tag>,
  'name' | 'onChange' | 'onBlur' | 'ref'
> & { error: string | undefined }

/** The e-mails, phones or URLs in the form of a contact: a line each, with its type. */
export function PointInputs({
  list,
  label,
  lines,
  controlsOf,
  onAdd,
  onRemove,
}: {
  list: PointList
  /** The accessible name of a line's box. */
  label: string
  lines: readonly { id: string; type: string }[]
  controlsOf: (line: number) => { type: Control<'select'>; value: Control<'input'> }
  /** Puts an empty line at the end. */
  onAdd: () => void
  onRemove: (line: number) => void
}) {
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const noun = POINT_LISTS.find((known) => known.list === list)?.noun ?? ''

  /** The lines are drawn before the next frame. */
  function focusLine(line: number) {
    requestAnimationFrame(() => fieldset.current?.querySelectorAll('input')[line]?.focus())
  }

  return (
    <fieldset ref={fieldset} className="flex min-w-0 flex-col gap-1.5">
      {lines.length > 0 && <legend className="pb-1 text-xs font-medium text-muted">{`${label}s`}</legend>}
      {lines.map(({ id, type }, line) => {
        const number = line === 0 ? '' : ` ${line + 1}`
        const types = [...new Set<string>([...CONTACT_POINT_TYPES, type])]
        const controls = controlsOf(line)
        return (
          <div key={id} className="flex items-start gap-1.5">
            <SelectField
              label={`Type of ${noun}${number}`}
              labelHidden
              className="w-24 shrink-0"
              options={types.map((one) => ({ id: one, label: one }))}
              {...controls.type}
            />
            <TextField
              label={`${label}${number}`}
              labelHidden
              className="flex-1"
              inputMode={INPUT_MODES[list]}
              placeholder={PLACEHOLDERS[list]}
              {...controls.value}
            />
            <IconButton
              label={`Remove ${noun}${number}`}
              icon={<X />}
              size="md"
              onClick={() => {
                onRemove(line)
                if (lines.length > 1) focusLine(Math.min(line, lines.length - 2))
              }}
            />
          </div>
        )
      })}
      <Button
        variant="ghost"
        size="sm"
        icon={<Plus />}
        className="-ml-2 self-start"
        onClick={() => {
          onAdd()
          focusLine(lines.length)
        }}
      >
        {`Add ${noun}`}
      </Button>
    </fieldset>
  )
}

// A native e-mail or URL box would alter or refuse addresses that the server takes; only its keyboard is wanted.
const INPUT_MODES = { emails: 'email', phones: 'tel', urls: 'url' } as const
const PLACEHOLDERS = { emails: 'name@example.com', phones: '+1 555 123 4567', urls: 'https://' }
