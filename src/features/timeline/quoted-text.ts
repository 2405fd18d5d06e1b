/** Lines after which a plain e-mail only quotes older ones, in the languages mail programs write most. */
const STARTS = [
  /^-{2,}\s*(original message|original-nachricht|ursprüngliche nachricht|message d'origine|mensaje original)\s*-{2,}$/i,
  /^_{20,}$/,
  /^(on|am|le|el|il|op) .{6,200}(wrote|schrieb|écrit|escribió|scritto|schreef)[^\n]{0,80}:$/i,
]

/**
 * Parts a plain-text e-mail into what its sender wrote and the older mails quoted below it. Lines that begin with
 * ">" are quoted only where nothing but such lines follows: an answer between them stays where it is. A mail that
 * only quotes is all its own.
 */
export function splitQuotedText(text: string): { own: string; quoted: string } {
  const lines = text.split(/\r?\n/)
  const start = lines.findIndex((line, i) => isStart(line, lines[i + 1]))
  const end = start === -1 ? lastOwnLine(lines) : start
  const own = lines.slice(0, end).join('\n').trimEnd()
  const quoted = lines.slice(end).join('\n').trim()
  return own.trim() === '' || quoted === '' ? { own: text.trim(), quoted: '' } : { own, quoted }
}

/** "On … wrote:" is often broken over two lines. */
function isStart(line: string, next: string | undefined): boolean {
  const one = line.trim()
  const two = `${one} ${next?.trim() ?? ''}`
  return STARTS.some((start) => start.test(one) || (/^(on|am|le|el|il|op) /i.test(one) && start.test(two)))
}

function lastOwnLine(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !line.trimStart().startsWith('>'))
  return last + 1
}
