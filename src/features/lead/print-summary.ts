import type { LeadSummary, SummaryLine } from './lead-summary.ts'
import './print-summary.css'

/** Opens the browser's print dialog for a summary alone, without the app around it. Loads nothing. */
export function printSummary(summary: LeadSummary): void {
  const page = element('main', '')
  page.className = 'printed-summary'
  page.append(element('h1', summary.name), ...summary.lines.map((line) => lineElement('p', line)))
  for (const { title, lines } of summary.sections) {
    const list = element('ul', '')
    list.append(...lines.map((line) => lineElement('li', line)))
    page.append(element('h2', title), list)
  }
  const title = document.title
  document.title = summary.name // what the file is called
  document.body.append(page)
  addEventListener(
    'afterprint',
    () => {
      page.remove()
      document.title = title
    },
    { once: true },
  )
  print()
}

function lineElement(tag: string, { label, text, below = [] }: SummaryLine): HTMLElement {
  const line = element(tag, '')
  if (label) line.append(element('b', `${label}: `))
  line.append(text, ...below.map((one) => element('div', one)))
  return line
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
