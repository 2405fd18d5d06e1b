import { formatNumber } from './value-format.ts'

/** A number with the locale's separators and figures of one width. */
export function NumberText({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return null
  return <span className="whitespace-nowrap tabular-nums">{formatNumber(value)}</span>
}
