import { formatNumber } from '#fields/value-format.ts'

/** A number of things, e.g. "1 row" or "3,337 rows". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`
}

/** How long something will take, rounded so that it does not twitch, e.g. "about 2 min". */
export function roughTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds <= 5) return 'a few seconds'
  if (seconds < 60) return `about ${Math.ceil(seconds / 5) * 5} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `about ${minutes} min` : `about ${Math.round(minutes / 60)} h`
}

/** One line of a cell's text, with line breaks made visible. */
export function oneLine(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, ' ⏎ ')
}
