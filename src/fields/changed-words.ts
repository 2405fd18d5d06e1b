import { agoText } from './ago-text.ts'

/**
 * Who changed something and how long ago, e.g. "Ana changed this 20 s ago". `at` is ISO 8601; a clock that is
 * behind the server's counts as now. `what` is the thing that was changed, `verb` how.
 */
export function changedWords(
  name: string,
  at: string | number,
  now: number,
  what = 'this',
  verb = 'changed',
): string {
  const moment = new Date(at).getTime()
  const seconds = Math.max(1, Math.round((now - moment) / 1000))
  if (!Number.isFinite(seconds)) return `${name} ${verb} ${what}`
  const far = () => agoText(new Date(moment).toISOString(), now)
  const ago = seconds < 10 ? 'just now' : seconds < 60 ? `${seconds - (seconds % 5)} s ago` : far()
  return `${name} ${verb} ${what} ${ago}`
}
