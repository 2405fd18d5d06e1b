import { DateEditor } from '#fields/DateEditor.tsx'
import type { EditorProps } from '#fields/editor-props.ts'
import { SaveNote } from '#fields/SaveNote.tsx'
import { useReturnFocus } from '#lib/use-return-focus.ts'
import { Select } from '#ui/Select.tsx'
import { Calendar, CalendarOff, CalendarSearch } from 'lucide-react'
import { clsx } from 'clsx'
import { useRef, useState } from 'react'

import { dayText, dayWords, quickDays } from './task-due.ts'

/** The day something is due: one of the next few, any other from the calendar, or none. */
export function DueDateSelect({
  label,
  value,
  today,
  save,
  onCommit,
  isLate,
}: EditorProps<string | null> & {
  /** The day it is, e.g. "2026-06-12". */
  today: string
  /** It was to be done before today and is not. */
  isLate: boolean
}) {
  const [isPicking, setPicking] = useState(false)
  const button = useRef<HTMLElement | null>(null)
  useReturnFocus(isPicking, button)
  const failed = save?.kind === 'failed' ? save : null
  const shown = failed?.wanted === undefined ? value : failed.wanted
  const quick = quickDays(today)
  const valueText = (day: unknown) => (typeof day === 'string' ? dayWords(day, today) : 'No date')

  function commit(day: string | null) {
    failed?.discard()
    if (day !== value) onCommit(day)
  }

  if (isPicking) {
    return (
      <DateEditor
        label={label}
        value={shown}
        boxed
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
        autoFocus
        onCommit={(day) => {
          setPicking(false)
          commit(day)
        }}
        onCancel={() => setPicking(false)}
      />
    )
  }
  return (
    <div
      ref={(element) => void (button.current = element?.querySelector('button') ?? null)}
      className="min-w-0"
    >
      <Select
        label={label}
        quiet
        size="sm"
        className="text-xs pointer-coarse:text-sm"
        value={shown === null ? 'none' : (quick.find(({ day }) => day === shown)?.id ?? null)}
        options={[
          ...quick.map(({ id, label, day }) => ({
            id,
            label,
            description: dayText(day, today),
            icon: <Calendar aria-hidden className="text-muted" />,
          })),
          {
            id: 'pick',
            label: 'Pick a date…',
            icon: <CalendarSearch aria-hidden className="text-muted" />,
          },
          { id: 'none', label: 'No date', icon: <CalendarOff aria-hidden className="text-muted" /> },
        ]}
        onChange={(id) => {
          if (id === 'pick') setPicking(true)
          else commit(quick.find((one) => one.id === id)?.day ?? null)
        }}
      >
        <Calendar aria-hidden className={isLate ? 'text-bad' : 'text-faint'} />
        <span
          className={clsx('truncate', isLate ? 'text-bad' : shown === null ? 'text-faint' : 'text-muted')}
        >
          {shown === null ? 'No date' : dayWords(shown, today)}
        </span>
      </Select>
      <SaveNote label={label} save={save} valueText={valueText} />
    </div>
  )
}
