import { Fragment } from 'react'

/** The three values of a conflict, one below the other. */
export function ConflictValues({
  mine,
  theirs,
  base,
  valueText,
}: {
  mine: unknown
  theirs: unknown
  base: unknown
  /** How a value reads. */
  valueText: (value: unknown) => string
}) {
  const rows = [
    ['Mine', mine],
    ['Theirs', theirs],
    ['Before', base],
  ] as const
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 py-1.5">
      {rows.map(([name, value]) => {
        const text = valueText(value)
        return (
          <Fragment key={name}>
            <dt className="text-muted">{name}</dt>
            <dd title={text} className="line-clamp-3 wrap-break-word text-text">
              {text || <span className="text-faint">Empty</span>}
            </dd>
          </Fragment>
        )
      })}
    </dl>
  )
}
