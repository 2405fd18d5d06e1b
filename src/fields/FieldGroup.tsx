import { clsx } from 'clsx'
import { use, useId, type ReactNode } from 'react'
import { FieldHintContext } from './field-hint.ts'

/** One field of a record: its label and, beside it, the value or its editor. A group named with the label. */
export function FieldGroup({
  label,
  labelHidden = false,
  labelAbove = false,
  description,
  children,
  className,
}: {
  label: string
  /** Keeps the label for screen readers only, e.g. in a table cell whose column says it. */
  labelHidden?: boolean | undefined
  /** The label stands above the value, as in forms, rather than beside it. */
  labelAbove?: boolean | undefined
  /** Help from the field's definition: a tooltip on the label, read with the group. */
  description?: string | null | undefined
  children: ReactNode
  className?: string | undefined
}) {
  const id = useId()
  const descriptionId = `${id}-description`
  const described = [description, use(FieldHintContext)].filter(Boolean).join('. ')
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={described ? descriptionId : undefined}
      className={clsx(
        'min-w-0',
        !labelHidden &&
          !labelAbove &&
          'grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-2 sm:grid-cols-[9rem_minmax(0,1fr)]',
        className,
      )}
    >
      <div
        id={id}
        data-tooltip={description || undefined}
        className={clsx(
          labelHidden
            ? 'sr-only'
            : labelAbove
              ? 'w-fit pb-1 text-xs font-medium text-muted'
              : 'py-1.5 text-sm wrap-break-word text-muted pointer-coarse:py-2.5',
          description && 'underline decoration-line-strong decoration-dotted underline-offset-3',
        )}
      >
        {label}
      </div>
      {described && (
        <span id={descriptionId} hidden>
          {described}
        </span>
      )}
      <div className="min-w-0">{children}</div>
    </div>
  )
}
