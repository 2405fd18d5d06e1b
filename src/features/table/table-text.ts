/** How many leads match, e.g. "882 leads"; empty while nobody knows. */
export function countText(count: number | undefined): string {
  if (count === undefined) return ''
  return `${count.toLocaleString('en-US')} ${count === 1 ? 'lead' : 'leads'}`
}

/** How many leads are chosen, e.g. "12 of 882 selected". */
export function selectedText(selected: number, count: number): string {
  return `${selected.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} selected`
}
