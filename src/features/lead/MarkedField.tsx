import { changeMarks } from '#data/change-marks.ts'
import { useSelector } from '@tanstack/react-store'
import { clsx } from 'clsx'
import type { ComponentProps } from 'react'

/** The frame of one field in the pane; it lights up, and tells who it was, when somebody else changes the field. */
export function MarkedField({
  leadId,
  field,
  className,
  children,
  ...rest
}: Pick<ComponentProps<'div'>, 'className' | 'children' | 'onKeyDown' | 'onFocus'> & {
  leadId: string
  field: string
}) {
  const mark = useSelector(changeMarks, (now) => now.get(leadId)?.get(field))
  return (
    <div
      {...rest}
      data-field={field}
      data-tooltip={mark?.text}
      className={clsx(className, mark?.isFresh && 'changed changed-field rounded-sm')}
    >
      {children}
      {mark && <span className="sr-only">{mark.text}</span>}
    </div>
  )
}
