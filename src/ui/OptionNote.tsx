/** The line under a list of options: that nothing matches, that it is loading, or that it was cut. */
export function OptionNote({
  count,
  more,
  loading,
  emptyText = 'No matches',
}: {
  count: number
  more: number
  loading: boolean
  emptyText?: string | undefined
}) {
  const text =
    count === 0
      ? loading
        ? 'Searching…'
        : emptyText
      : more > 0
        ? `${more.toLocaleString()} more. Keep typing to narrow the list.`
        : ''
  return (
    <div
      aria-live="polite"
      className={text ? 'border-line px-3 py-1.5 text-xs text-muted not-first:border-t' : ''}
    >
      {text}
    </div>
  )
}
