import { clsx } from 'clsx'
import type { ReactNode } from 'react'

/** What every labelled form control takes besides its native props. */
export type FieldProps = {
  /** Visible, and the accessible name. */
  label: string
  /** Keeps the label for screen readers only, where the place already says it. */
  labelHidden?: boolean | undefined
  /** Help that is always there. */
  description?: ReactNode
  /** What is wrong with the value; marks the control invalid and is read with it. */
  error?: string | null | undefined
  required?: boolean | undefined
  className?: string | undefined
}

export type ControlAria = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The label, help and error around one control, tied together by ids. */
export function Field({
  id,
  label,
  labelHidden,
  description,
  error,
  required,
  className,
  children,
}: FieldProps & { id: string; children: (aria: ControlAria) => ReactNode }) {
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const describedBy = clsx(description && descriptionId, error && errorId) || undefined
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className={clsx('flex gap-0.5 text-xs font-medium text-muted', labelHidden && 'sr-only')}>
        <label htmlFor={id}>{label}</label>
        {required && <span aria-hidden>*</span>}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {description && (
        <p id={descriptionId} className="text-xs text-faint">
          {description}
        </p>
      )}
      {error && (
        <p id={errorId} className="text-xs text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
