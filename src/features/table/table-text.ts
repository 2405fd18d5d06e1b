import { numberFormat } from '#lib/formats.ts'

const NUMBER = numberFormat('en-US', {})

/** How many leads match, e.g. "882 leads"; empty while nobody knows. */
export function countText(count: number | undefined): string {
  if (count === undefined) return ''
  return `${NUMBER.format(count)} ${count === 1 ? 'lead' : 'leads'}`
}

/** How many leads are chosen, e.g. "12 of 882 selected". */
export function selectedText(selected: number, count: number): string {
  return `${NUMBER.format(selected)} of ${NUMBER.format(count)} selected`
}
